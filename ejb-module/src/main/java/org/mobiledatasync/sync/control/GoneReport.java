package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileRepository;
import org.mobiledatasync.sync.control.GoneDecision.Act;
import org.mobiledatasync.sync.control.GonePairs.Settled;
import org.mobiledatasync.sync.entity.ContactUpdate;
import org.mobiledatasync.sync.entity.ContactUpdateRepository;
import org.mobiledatasync.sync.entity.FieldChange;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.RecordOutcome;
import org.mobiledatasync.sync.entity.RecordOutcomeRepository;
import org.mobiledatasync.sync.entity.SettledRecordRepository;
import org.mobiledatasync.sync.entity.Side;
import org.mobiledatasync.sync.entity.SyncRun;

/** Reports pairs whose contact was not found, each once in a run (R8.1), in the caller's transaction. */
@ApplicationScoped
public class GoneReport {
    private RecordOutcomeRepository outcomes;
    private SettledRecordRepository settledRecords;
    private ContactUpdateRepository updates;
    private ProfileRepository profiles;
    private Clock clock;

    protected GoneReport() {}

    @Inject
    public GoneReport(
            RecordOutcomeRepository outcomes,
            SettledRecordRepository settledRecords,
            ContactUpdateRepository updates,
            ProfileRepository profiles,
            Clock clock) {
        this.outcomes = outcomes;
        this.settledRecords = settledRecords;
        this.updates = updates;
        this.profiles = profiles;
        this.clock = clock;
    }

    void add(SyncRun run, GoneContact gone, Settled settled) {
        if (settled.partner() != null) {
            addPartner(run, gone, settled);
        }
        // An update that waits has been seen; a record reported before, in an export older than the merge, is done
        // with.
        boolean held = gone.updateId() != null;
        if (!held && isMet(run, gone.key())) {
            return;
        }
        GoneDecision decision = settled.decision();
        Outcome outcome = decision.act() == Act.MOVE ? Outcome.PROFILE_UPDATED : Outcome.PROCESSING_ERROR;
        String message = decision.reason().sentence();
        if (decision.optsOut()) {
            outcome = outcome.or(Outcome.OPTED_OUT_CRM);
            message += " " + Reason.OPTED_OUT_IN_CRM.sentence();
        }
        if (!gone.said().isEmpty() && decision.act() == Act.STAY) {
            message += " " + Reason.REFUSED_BY_SALESFORCE.sentence(gone.said());
        }
        outcomes.add(new RecordOutcome(
                        run.getId(), gone.key(), outcome, decision.reason().name(), message, now())
                .of(settled.profile(), settled.contactId())
                .withChanges(FieldChange.toJson(settled.changes())));
        run.saw(held ? 0 : 1);
    }

    /** Reports an update whose pair ended while it waited. */
    void addParted(SyncRun run, ContactUpdate update) {
        outcomes.add(new RecordOutcome(
                        run.getId(),
                        update.getContactId(),
                        Outcome.PROCESSING_ERROR,
                        Reason.DELETED_IN_SALESFORCE.name(),
                        Reason.DELETED_IN_SALESFORCE.sentence(),
                        now())
                .of(profiles.get(update.getProfileId()), update.getContactId()));
    }

    private void addPartner(SyncRun run, GoneContact gone, Settled settled) {
        Profile partner = settled.partner();
        String survivor = settled.survivorId();
        outcomes.add(new RecordOutcome(
                        run.getId(),
                        "merged:" + gone.contactId(),
                        Outcome.OPTED_OUT_CRM,
                        Reason.OPTED_OUT_BY_MERGE.name(),
                        Reason.OPTED_OUT_BY_MERGE.sentence(),
                        now())
                .of(partner, survivor)
                .withChanges(
                        FieldChange.toJson(List.of(new FieldChange("opt_in_status", Side.PROFILE, "true", "false")))));
        run.saw(1);
    }

    private boolean isMet(SyncRun run, String key) {
        return !outcomes.keysAmong(run.getId(), List.of(key)).isEmpty()
                || !updates.contactsAmong(run.getId(), List.of(key)).isEmpty()
                || !settledRecords.contactsAmong(run.getId(), List.of(key)).isEmpty();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
