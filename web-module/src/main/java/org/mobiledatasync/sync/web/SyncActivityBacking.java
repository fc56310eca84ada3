package org.mobiledatasync.sync.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mobiledatasync.integration.boundary.IntegrationService;
import org.mobiledatasync.integration.web.ChosenIntegration;
import org.mobiledatasync.schedule.entity.Job;
import org.mobiledatasync.sync.boundary.SyncRunService;
import org.mobiledatasync.sync.boundary.SyncRunService.PendingOptOuts;
import org.mobiledatasync.sync.entity.RunKind;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** What the syncs of the chosen integration do now, did last and will do next; runs and stops them. */
@Named
@RequestScoped
public class SyncActivityBacking {

    @Inject
    private SyncRunService runs;

    @Inject
    private IntegrationService integrations;

    @Inject
    private ChosenIntegration chosen;

    @Inject
    private Clock clock;

    private List<RunProgress> running;
    private Optional<OffsetDateTime> nextNightly;
    private Optional<RunFigures> lastNightly;
    private OffsetDateTime lastFiveMinute;
    private long lastSent;
    private PendingOptOuts pendingOptOuts;

    @PostConstruct
    void load() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        running = Stream.of(RunKind.values())
                .flatMap(kind -> runs.findRunning(id(), kind).stream())
                .map(run -> RunProgress.of(run, now))
                .toList();
        nextNightly = integrations.nextNightly(id());
        lastNightly = last(RunKind.NIGHTLY);
        pendingOptOuts = runs.pendingOptOuts(id());
        integrations
                .findFiveMinuteJob(id())
                .filter(job -> job.getLastFinishedAt() != null)
                .ifPresent(this::readFiveMinute);
    }

    /** Without anything to send there is no run: then the last one is older than the job's last start. */
    private void readFiveMinute(Job job) {
        lastFiveMinute = job.getLastFinishedAt();
        lastSent = last(RunKind.PUSH)
                .filter(figures -> !figures.run().getFinishedAt().isBefore(job.getLastStartedAt()))
                .map(RunFigures::sent)
                .orElse(0L);
    }

    private Optional<RunFigures> last(RunKind kind) {
        return runs.findLastFinished(id(), kind).map(run -> new RunFigures(run, runs.outcomes(run)));
    }

    public void runNow(RunKind kind) {
        runs.start(id(), kind);
        Messages.addFlashGlobalInfo(Faces.getBundleString("home.started." + kind));
        chosen.goHome();
    }

    public void stop(long runId) {
        runs.stop(runId);
        Messages.addFlashGlobalInfo(Faces.getBundleString("home.stopping"));
        chosen.goHome();
    }

    private long id() {
        return chosen.getIntegration().getId();
    }

    public List<RunProgress> getRunning() {
        return running;
    }

    public boolean isNightlyRunning() {
        return running.stream().anyMatch(progress -> progress.run().getKind() == RunKind.NIGHTLY);
    }

    /** Null while inactive. */
    public OffsetDateTime getNextNightly() {
        return nextNightly.orElse(null);
    }

    /** Null before the first one ended. */
    public RunFigures getLastNightly() {
        return lastNightly.orElse(null);
    }

    /** When it was last looked whether anything waits; null before. */
    public OffsetDateTime getLastFiveMinute() {
        return lastFiveMinute;
    }

    /** What that found and sent. */
    public long getLastSent() {
        return lastSent;
    }

    public long getPendingOptOuts() {
        return pendingOptOuts.count();
    }

    /** Null when none waits. */
    public OffsetDateTime getOldestOptOut() {
        return pendingOptOuts.oldest().orElse(null);
    }
}
