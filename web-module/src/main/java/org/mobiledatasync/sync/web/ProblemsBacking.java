package org.mobiledatasync.sync.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mobiledatasync.integration.web.ChosenIntegration;
import org.mobiledatasync.platform.web.TimeWords;
import org.mobiledatasync.sync.boundary.FieldConflictService;
import org.mobiledatasync.sync.boundary.MatchService;
import org.mobiledatasync.sync.boundary.SyncRunService;
import org.mobiledatasync.sync.boundary.SyncRunService.PendingOptOuts;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.RunKind;
import org.mobiledatasync.sync.entity.SyncRun;
import org.mobiledatasync.sync.web.Problem.Kind;

/** What of the chosen integration needs a person, each with the page of its repair. */
@Named
@RequestScoped
public class ProblemsBacking {
    /** Opt-outs go every five minutes: such an age means that something keeps them. */
    private static final Duration TOO_OLD = Duration.ofHours(1);

    /** Classes that no page of their own lists. */
    private static final List<Outcome> LISTED_BY_THE_REPORT =
            List.of(Outcome.PROCESSING_ERROR, Outcome.UNABLE_TO_UPDATE, Outcome.RE_SUBSCRIBE_BLOCKED);

    @Inject
    private SyncRunService runs;

    @Inject
    private FieldConflictService conflicts;

    @Inject
    private MatchService matches;

    @Inject
    private ChosenIntegration chosen;

    @Inject
    private TimeWords words;

    @Inject
    private Clock clock;

    private final List<Problem> problems = new ArrayList<>();

    @PostConstruct
    void load() {
        long id = chosen.getIntegration().getId();
        runs.findLastFinished(id, RunKind.NIGHTLY).ifPresent(this::lookAt);
        if (chosen.getIntegration().isActive()) {
            lookAt(runs.pendingOptOuts(id));
        }
        add(Kind.CONFLICTS, conflicts.count(id), "conflicts");
        add(Kind.SHARED_NUMBERS, matches.countOpen(id), "matches");
    }

    private void lookAt(SyncRun night) {
        switch (night.getState()) {
            case FAILED -> problems.add(Problem.ofRun(Kind.NIGHT_FAILED, night.getMessage(), night.getId()));
            case UNBALANCED -> problems.add(Problem.ofRun(Kind.NIGHT_UNBALANCED, null, night.getId()));
            case QUOTA_REACHED -> problems.add(Problem.ofRun(Kind.QUOTA_REACHED, night.getMessage(), night.getId()));
            default -> {
                // its records are looked at below
            }
        }
        Map<Outcome, Long> counts = runs.outcomes(night);
        LISTED_BY_THE_REPORT.stream()
                .filter(counts::containsKey)
                .forEach(outcome -> problems.add(Problem.ofRecords(counts.get(outcome), night.getId(), outcome)));
    }

    private void lookAt(PendingOptOuts waiting) {
        OffsetDateTime tooOld = OffsetDateTime.now(clock).minus(TOO_OLD);
        waiting.oldest()
                .filter(oldest -> oldest.isBefore(tooOld))
                .ifPresent(oldest -> problems.add(
                        new Problem(Kind.OPT_OUTS_WAIT, waiting.count(), words.age(oldest), "report", null, null)));
    }

    private void add(Kind kind, long count, String page) {
        if (count > 0) {
            problems.add(Problem.of(kind, count, page));
        }
    }

    public List<Problem> getProblems() {
        return problems;
    }
}
