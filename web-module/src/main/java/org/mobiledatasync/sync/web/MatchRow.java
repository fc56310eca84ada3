package org.mobiledatasync.sync.web;

import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.List;
import org.mobiledatasync.sync.boundary.MatchService.SharedNumber;
import org.mobiledatasync.sync.entity.MatchCandidate;
import org.mobiledatasync.sync.entity.MatchVerdict;

/**
 * A number that several contacts claim, as the page shows it.
 *
 * @param mark by which is known whether it is still as the page shows it
 */
public record MatchRow(
        String phone, Long profileId, boolean decided, boolean asked, String mark, List<Candidate> candidates)
        implements Serializable {

    static MatchRow of(SharedNumber number) {
        return new MatchRow(
                number.phone(),
                number.profileId(),
                number.candidates().stream().anyMatch(candidate -> candidate.getVerdict() != null),
                !number.isDecided(),
                number.mark(),
                number.candidates().stream()
                        .map(candidate -> Candidate.of(candidate, number.pairedContactId()))
                        .toList());
    }

    /** The same number when nothing is left to decide. */
    MatchRow settled() {
        return new MatchRow(phone, profileId, false, false, mark, List.of());
    }

    /** @param paired whether the number's profile is paired with it now */
    public record Candidate(
            String contactId,
            String name,
            String email,
            OffsetDateTime seenAt,
            boolean paired,
            MatchVerdict verdict,
            String decidedBy,
            OffsetDateTime decidedAt)
            implements Serializable {

        private static Candidate of(MatchCandidate candidate, String pairedContactId) {
            return new Candidate(
                    candidate.getContactId(),
                    text(candidate.getFirstName()) + " " + text(candidate.getLastName()),
                    candidate.getEmail(),
                    candidate.getSeenAt(),
                    candidate.getContactId().equals(pairedContactId),
                    candidate.getVerdict(),
                    candidate.getDecidedBy(),
                    candidate.getDecidedAt());
        }

        private static String text(String value) {
            return value == null ? "" : value;
        }
    }
}
