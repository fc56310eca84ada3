package org.mobiledatasync.sync.api;

import java.time.OffsetDateTime;
import java.util.List;
import org.mobiledatasync.sync.boundary.MatchService.SharedNumber;
import org.mobiledatasync.sync.entity.MatchCandidate;
import org.mobiledatasync.sync.entity.MatchVerdict;

/** A number that several contacts claim, as a JSON document. */
public record MatchDocument(
        String phone, Long profileId, String pairedContactId, boolean decided, List<Candidate> candidates) {

    /** @param verdict CHOSEN or REJECTED; absent while nobody decided */
    public record Candidate(
            String contactId,
            String firstName,
            String lastName,
            String email,
            OffsetDateTime seenAt,
            MatchVerdict verdict,
            String decidedBy,
            OffsetDateTime decidedAt) {

        static Candidate of(MatchCandidate candidate) {
            return new Candidate(
                    candidate.getContactId(),
                    candidate.getFirstName(),
                    candidate.getLastName(),
                    candidate.getEmail(),
                    candidate.getSeenAt(),
                    candidate.getVerdict(),
                    candidate.getDecidedBy(),
                    candidate.getDecidedAt());
        }
    }

    static MatchDocument of(SharedNumber number) {
        return new MatchDocument(
                number.phone(),
                number.profileId(),
                number.pairedContactId(),
                number.isDecided(),
                number.candidates().stream().map(Candidate::of).toList());
    }
}
