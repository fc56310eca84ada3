package org.mobiledatasync.sync.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.schedule.control.Leases;
import org.mobiledatasync.sync.entity.MatchCandidate;
import org.mobiledatasync.sync.entity.MatchCandidateRepository;
import org.mobiledatasync.sync.entity.MatchSource;
import org.mobiledatasync.sync.entity.SyncRun;
import org.mobiledatasync.sync.entity.SyncRunRepository;

/** What the syncs ask and learn of contacts that share a number, in short transactions. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MatchLedger {
    /** Several times as long as the search for a person's contact is put off. */
    private static final Duration SEARCHES_KEPT = Duration.ofDays(7);

    @Inject
    private MatchCandidateRepository candidates;

    @Inject
    private SyncRunRepository runs;

    @Inject
    private Leases leases;

    @Inject
    private Clock clock;

    /** A contact that a search found for a number, as Salesforce has it; null for what it does not have. */
    public record Claim(String phone, String contactId, String firstName, String lastName, String email) {}

    /** What was decided about these numbers; without those that nobody decided about. */
    public Map<String, NumberChoice> choices(long integrationId, Collection<String> phones) {
        return Decisions.numberChoices(candidates.findByPhones(integrationId, phones));
    }

    /** Notes contacts that a person has to choose from (R1.4). */
    public void note(Lease lease, long integrationId, List<Claim> claims) {
        leases.renew(lease);
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<MatchCandidate> known = candidates.findByPhones(
                integrationId, claims.stream().map(Claim::phone).collect(Collectors.toSet()));
        for (Claim claim : claims) {
            Optional<MatchCandidate> seenBefore = known.stream()
                    .filter(candidate -> candidate.getPhone().equals(claim.phone)
                            && candidate.getContactId().equals(claim.contactId))
                    .findFirst();
            MatchCandidate candidate =
                    seenBefore.orElseGet(() -> new MatchCandidate(integrationId, claim.phone, claim.contactId));
            candidate.seen(MatchSource.SEARCH, claim.firstName, claim.lastName, claim.email, now);
            if (seenBefore.isEmpty()) {
                candidates.add(candidate);
            }
        }
    }

    /** Once a run has read an export to its end: forgets what nobody decided about and what is not so any more. */
    public void forgetUnseen(Lease lease, long runId) {
        leases.renew(lease);
        SyncRun run = runs.get(runId);
        if (run.getExportRequestedAt() != null) {
            candidates.removeUnseen(run.getIntegrationId(), MatchSource.EXPORT, run.getStartedAt());
            candidates.removeUnseen(
                    run.getIntegrationId(),
                    MatchSource.SEARCH,
                    run.getStartedAt().minus(SEARCHES_KEPT));
        }
    }
}
