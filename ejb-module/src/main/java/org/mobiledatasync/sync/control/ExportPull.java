package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.mobiledatasync.salesforce.control.CallCounter;
import org.mobiledatasync.salesforce.control.ReportDownload;
import org.mobiledatasync.salesforce.control.SalesforceClient;
import org.mobiledatasync.schedule.control.JobLedger;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.schedule.control.LeaseRenewal;
import org.mobiledatasync.sync.control.NightlyLedger.Entry;
import org.mobiledatasync.sync.entity.RunPhase;
import org.mobiledatasync.sync.entity.SyncRun;

/** The first half of the nightly sync: the export fetched to a file, checked whole, then recorded chunk by chunk. */
@ApplicationScoped
public class ExportPull {
    private static final int CHUNK = 500;

    private RunLedger runs;
    private ChunkRecorder chunks;
    private JobLedger jobs;
    private ReportDownload reports;
    private SalesforceClient salesforce;
    private GoneContacts gone;
    private SettledPairsLedger settled;
    private RunCalls calls;
    private Spool spool;
    private Clock clock;

    protected ExportPull() {}

    @Inject
    public ExportPull(
            RunLedger runs,
            ChunkRecorder chunks,
            JobLedger jobs,
            ReportDownload reports,
            SalesforceClient salesforce,
            GoneContacts gone,
            SettledPairsLedger settled,
            RunCalls calls,
            Spool spool,
            Clock clock) {
        this.runs = runs;
        this.chunks = chunks;
        this.jobs = jobs;
        this.reports = reports;
        this.salesforce = salesforce;
        this.gone = gone;
        this.settled = settled;
        this.calls = calls;
        this.spool = spool;
        this.clock = clock;
    }

    /**
     * Reads the export from the run's cursor on.
     *
     * @return false when the run was stopped on the way
     */
    boolean pull(Lease lease, long runId, SyncPlan plan, CallCounter counter) {
        spool.sweep();
        if (plan.exportUrl() == null) {
            // S8: without an export no updates of Salesforce are pulled; the screens say so.
            new ContactFields(salesforce.describeContact(plan.account(), counter)).checkVital(plan);
            calls.count(lease, runId, counter);
            return true;
        }
        SyncRun run = runs.get(runId);
        Path export = Spool.ofRun(runId);
        if (run.getPhase() == RunPhase.DOWNLOAD || Files.notExists(export)) {
            run = fetch(lease, runId, plan, export, counter);
        }
        ExportLayout layout = plan.layout(ExportReader.headerOf(export));
        ContactRecords records = new ContactRecords(layout, plan.region());
        SyncRules rules = plan.rulesForExport(layout, run.getExportRequestedAt());
        try (ExportIndex index = ExportIndex.of(
                export,
                records,
                SettledPairs.marks(layout, plan, rules),
                pair -> settled.forEach(plan, rules, pair),
                renewing(lease))) {
            runs.update(lease, runId, current -> {
                current.setRowsTotal(index.rows());
                current.setFooterRows(index.footerRows());
                current.setPhase(RunPhase.PULL);
            });
            settled.report(lease, runId, index.settledFrom(runs.get(runId).getCursor()));
            return read(new Reading(lease, runId, plan, rules, counter), records, index);
        }
    }

    /** Deletes the files of a run that is over; those of one that goes on later stay. */
    void discard(long runId) {
        if (!runs.isRunning(runId)) {
            Spool.discard(Spool.ofRun(runId));
        }
    }

    private SyncRun fetch(Lease lease, long runId, SyncPlan plan, Path export, CallCounter counter) {
        new ContactFields(salesforce.describeContact(plan.account(), counter)).checkVital(plan);
        OffsetDateTime asked = OffsetDateTime.now(clock);
        Path arriving = Spool.arriving(export);
        reports.download(plan.account(), plan.exportUrl(), arriving, renewing(lease), counter);
        plan.layout(ExportReader.headerOf(arriving));
        try {
            Files.move(arriving, export, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        calls.count(lease, runId, counter);
        return runs.update(lease, runId, run -> {
            run.setExportRequestedAt(asked);
            // Another file than the one of a dead server: what was reported is known by its key, not by its place.
            run.setCursor(0);
            run.setPhase(RunPhase.PULL);
        });
    }

    /** What all chunks of one reading share. */
    private record Reading(Lease lease, long runId, SyncPlan plan, SyncRules rules, CallCounter counter) {}

    private boolean read(Reading reading, ContactRecords records, ExportIndex index) {
        long done = runs.get(reading.runId()).getCursor();
        List<Entry> chunk = new ArrayList<>();
        for (; done < index.tableEnd(); done++) {
            if (chunk.size() == CHUNK) {
                if (!record(reading, chunk, done)) {
                    return false;
                }
                chunk = new ArrayList<>();
            }
            if (index.isToDecide(done)) {
                chunk.add(Entry.of(index.row(done), records, index));
            }
        }
        return record(reading, chunk, index.rows());
    }

    private boolean record(Reading to, List<Entry> chunk, long done) {
        if (!runs.mayGoOn(to.runId())) {
            return false;
        }
        gone.clearTheWay(to.lease(), to.runId(), to.plan(), to.counter(), chunk);
        chunks.record(to.lease(), to.runId(), to.plan(), to.rules(), chunk, done);
        return true;
    }

    private Runnable renewing(Lease lease) {
        return new LeaseRenewal(jobs, lease, clock);
    }
}
