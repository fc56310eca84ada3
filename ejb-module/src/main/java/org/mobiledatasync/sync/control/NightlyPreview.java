package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mobiledatasync.quota.control.Quota;
import org.mobiledatasync.salesforce.control.CallCounter;
import org.mobiledatasync.salesforce.control.ReportDownload;
import org.mobiledatasync.salesforce.control.SalesforceClient;
import org.mobiledatasync.schedule.control.JobLedger;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.schedule.control.LeaseRenewal;
import org.mobiledatasync.sync.control.NightlyLedger.Entry;

/**
 * The nightly sync without its writes: fetches the export, decides every record of it as the sync would, and counts.
 *
 * <p>Nothing changes on either side. It reads no record through the API, and so spends nothing of the Daily API Quota; its
 * calls are counted with those that move no record (R6.1). Each record is decided on what is true before the first one: a
 * number that passes from one contact of the export to another may end otherwise at night.
 */
@ApplicationScoped
public class NightlyPreview {
    private static final int CHUNK = 500;

    private PreviewLedger ledger;
    private SyncPlanLedger plans;
    private JobLedger jobs;
    private ReportDownload reports;
    private SalesforceClient salesforce;
    private Quota quota;
    private Clock clock;

    protected NightlyPreview() {}

    @Inject
    public NightlyPreview(
            PreviewLedger ledger,
            SyncPlanLedger plans,
            JobLedger jobs,
            ReportDownload reports,
            SalesforceClient salesforce,
            Quota quota,
            Clock clock) {
        this.ledger = ledger;
        this.plans = plans;
        this.jobs = jobs;
        this.reports = reports;
        this.salesforce = salesforce;
        this.quota = quota;
        this.clock = clock;
    }

    /** Makes the preview that the integration was asked for, to its end or until it is stopped. */
    void make(Lease lease, long integrationId) {
        SyncPlan plan = plans.read(integrationId);
        CallCounter counter = new CallCounter();
        Path file = Spool.ofPreview(integrationId);
        try {
            OffsetDateTime asOf = fetch(lease, plan, file, counter);
            read(new Reading(lease, plan, file, plan.layout(ExportReader.headerOf(file))), asOf);
        } finally {
            quota.note(integrationId, counter);
            Spool.discard(file);
        }
    }

    private OffsetDateTime fetch(Lease lease, SyncPlan plan, Path file, CallCounter counter) {
        new ContactFields(salesforce.describeContact(plan.account(), counter)).checkVital(plan);
        OffsetDateTime asked = OffsetDateTime.now(clock);
        reports.download(plan.account(), plan.exportUrl(), file, new LeaseRenewal(jobs, lease, clock), counter);
        return asked;
    }

    /** What all chunks of one reading share. */
    private record Reading(Lease lease, SyncPlan plan, Path file, ExportLayout layout) {}

    private void read(Reading reading, OffsetDateTime asOf) {
        SyncPlan plan = reading.plan;
        ContactRecords records = new ContactRecords(reading.layout, plan.region());
        SyncRules rules = plan.rulesForExport(reading.layout, asOf);
        PreviewTally tally = new PreviewTally();
        Set<String> changedHere = ledger.changedHere(plan.integrationId());
        try (ExportIndex index = ExportIndex.of(reading.file, records, new LeaseRenewal(jobs, reading.lease, clock))) {
            long done = 0;
            while (done < index.rows()) {
                List<Entry> chunk = new ArrayList<>();
                done = next(done, records, index, chunk);
                if (!ledger.mayGoOn(reading.lease, plan.integrationId(), done, index.rows())) {
                    return;
                }
                chunk.forEach(entry -> changedHere.remove(entry.key()));
                tally.add(chunk, ledger.decide(plan.integrationId(), rules, chunk));
            }
        }
        ledger.found(reading.lease, plan.integrationId(), tally, changedHere.size());
    }

    /** Reads a chunk. @return how many rows are done with it */
    private static long next(long from, ContactRecords records, ExportIndex index, List<Entry> chunk) {
        for (long number = from; number < index.tableEnd(); number++) {
            if (index.isToDecide(number)) {
                chunk.add(Entry.of(index.row(number), records, index));
            }
            if (chunk.size() == CHUNK) {
                return number + 1;
            }
        }
        return index.rows();
    }
}
