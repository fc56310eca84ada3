package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.sync.entity.CrmLink;
import org.mobiledatasync.sync.entity.FieldConflict;
import org.mobiledatasync.sync.entity.FieldConflictRepository;
import org.mobiledatasync.sync.entity.MatchCandidate;
import org.mobiledatasync.sync.entity.MatchCandidateRepository;
import org.mobiledatasync.sync.entity.MatchSource;

/** Keeps what a person has to decide, in the transaction of the record that it is about (R1.5, R3.6). */
@ApplicationScoped
public class OpenQuestions {
    private FieldConflictRepository conflicts;
    private MatchCandidateRepository candidates;
    private Clock clock;

    protected OpenQuestions() {}

    @Inject
    public OpenQuestions(FieldConflictRepository conflicts, MatchCandidateRepository candidates, Clock clock) {
        this.conflicts = conflicts;
        this.candidates = candidates;
        this.clock = clock;
    }

    /** Notes which fields of the pair are in conflict; those that no longer are go, with what was chosen for them. */
    void leaveOpen(CrmLink link, ChunkState state, RecordEffects effects) {
        if (effects.open() == null) {
            return;
        }
        Map<String, FieldConflict> known = state.decisions().conflictsOf(link).stream()
                .collect(Collectors.toMap(FieldConflict::getField, Function.identity()));
        for (FieldMerge.Conflict open : effects.open()) {
            FieldConflict conflict = known.remove(open.field());
            boolean isNew = conflict == null;
            if (isNew) {
                conflict = new FieldConflict(link.getId(), open.field());
            }
            conflict.met(
                    RecordEffects.shown(open.base()),
                    RecordEffects.shown(open.profile()),
                    RecordEffects.shown(open.contact()),
                    ConflictChoices.mark(open.profile(), open.contact()),
                    now());
            if (isNew) {
                conflicts.add(conflict);
            }
        }
        known.values().forEach(conflicts::remove);
    }

    /**
     * Ends a choice whose contact has another number now: whose the number is has to be asked again, of those that have it.
     */
    void lapse(ChunkState state, EffectsWriter.Decided decided) {
        KnownProfile former = decided.effects().former();
        String contactId = decided.contact().contactId();
        if (former != null && state.decisions().choice(former.phone()).isChosen(contactId)) {
            state.decisions().candidatesFor(former.phone()).forEach(candidates::remove);
        }
    }

    /** Notes the record's contact as one of those that a person has to choose from, and the one that is paired already. */
    void ask(long integrationId, ChunkState state, EffectsWriter.Decided decided) {
        if (!decided.effects().asks()) {
            return;
        }
        ContactRecord contact = decided.contact();
        note(integrationId, state, contact.phone(), contact.contactId(), contact.values());
        Profile profile = state.ofPhone(contact.phone());
        CrmLink paired = profile == null ? null : state.linkOf(profile.getId());
        if (paired != null) {
            note(integrationId, state, contact.phone(), paired.getContactId(), ProfileValues.of(profile));
        }
    }

    private void note(
            long integrationId, ChunkState state, String phone, String contactId, Map<String, String> values) {
        MatchCandidate candidate = state.decisions().candidatesFor(phone).stream()
                .filter(known -> known.getContactId().equals(contactId))
                .findFirst()
                .orElse(null);
        boolean isNew = candidate == null;
        if (isNew) {
            candidate = new MatchCandidate(integrationId, phone, contactId);
        }
        candidate.seen(
                MatchSource.EXPORT,
                values.get("profile_first_name"),
                values.get("profile_last_name"),
                values.get("profile_email"),
                now());
        if (isNew) {
            candidates.add(candidate);
            state.decisions().add(candidate);
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
