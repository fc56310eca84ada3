package org.mobiledatasync.sync.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.mobiledatasync.profile.entity.ProfileRepository;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.schedule.control.Leases;
import org.mobiledatasync.sync.entity.CrmLink;
import org.mobiledatasync.sync.entity.CrmLinkRepository;
import org.mobiledatasync.sync.entity.FieldConflictRepository;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.RecordOutcome;
import org.mobiledatasync.sync.entity.RecordOutcomeRepository;
import org.mobiledatasync.sync.entity.SyncRunRepository;

/** What {@link ChangedHerePull} reads and records, in short transactions. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ChangedHereLedger {
    @Inject
    private CrmLinkRepository links;

    @Inject
    private FieldConflictRepository conflicts;

    @Inject
    private ProfileRepository profiles;

    @Inject
    private SyncRunRepository runs;

    @Inject
    private RecordOutcomeRepository outcomes;

    @Inject
    private Leases leases;

    @Inject
    private Clock clock;

    /** Contacts whose profile changed here since the last sync, and that the run has not met yet. */
    public List<String> next(long integrationId, long runId, int size) {
        return links.findChangedHere(integrationId, runId, 0, size).stream()
                .map(CrmLink::getContactId)
                .toList();
    }

    /** Reports linked contacts that Salesforce does not have any more. The pair stays; its values are kept. */
    public void reportGone(Lease lease, long runId, long integrationId, List<String> contactIds) {
        leases.renew(lease);
        for (CrmLink link : links.findByContacts(integrationId, contactIds)) {
            outcomes.add(new RecordOutcome(
                            runId,
                            link.getContactId(),
                            Outcome.PROCESSING_ERROR,
                            Reason.DELETED_IN_SALESFORCE.name(),
                            Reason.DELETED_IN_SALESFORCE.sentence(),
                            OffsetDateTime.now(clock))
                    .of(profiles.get(link.getProfileId()), link.getContactId()));
            conflicts.findByLinks(List.of(link.getId())).forEach(conflicts::remove);
            runs.get(runId).saw(1);
        }
    }
}
