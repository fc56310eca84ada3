package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import org.mobiledatasync.sync.entity.FieldConflictRepository;
import org.mobiledatasync.sync.entity.MatchCandidateRepository;

/** Loads the {@link Decisions} around a chunk: one query for the pairs, one for the numbers. */
@ApplicationScoped
public class DecisionLoader {
    private FieldConflictRepository conflicts;
    private MatchCandidateRepository candidates;

    protected DecisionLoader() {}

    @Inject
    public DecisionLoader(FieldConflictRepository conflicts, MatchCandidateRepository candidates) {
        this.conflicts = conflicts;
        this.candidates = candidates;
    }

    /** @param phones in E.164 */
    Decisions load(long integrationId, Collection<Long> linkIds, Collection<String> phones) {
        return new Decisions(conflicts.findByLinks(linkIds), candidates.findByPhones(integrationId, phones));
    }
}
