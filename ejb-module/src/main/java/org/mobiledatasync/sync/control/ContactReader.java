package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mobiledatasync.quota.control.Quota;
import org.mobiledatasync.quota.control.Reservation;
import org.mobiledatasync.salesforce.control.CallCounter;
import org.mobiledatasync.salesforce.control.SalesforceClient;
import org.mobiledatasync.schedule.control.Lease;

/** Reads contacts by their ids as they are now. Each that is found is one request of the quota (R6.1). */
@ApplicationScoped
public class ContactReader {
    private SalesforceClient salesforce;
    private RunLedger runs;
    private Quota quota;

    protected ContactReader() {}

    @Inject
    public ContactReader(SalesforceClient salesforce, RunLedger runs, Quota quota) {
        this.salesforce = salesforce;
        this.runs = runs;
        this.quota = quota;
    }

    /**
     * Counts what it reads in the run, and gives back what the reservation held more.
     *
     * @param contactIds in 18 characters, at most {@link SalesforceClient#MOST_PER_CALL}
     * @param reservation one request for each of them
     * @return the records by contact id; those that Salesforce does not show are absent
     */
    Map<String, ContactRecord> read(
            Lease lease,
            long runId,
            SyncPlan plan,
            Collection<String> contactIds,
            Reservation reservation,
            CallCounter counter) {
        String soql = "SELECT " + String.join(", ", plan.apiNames()) + " FROM Contact WHERE Id IN ("
                + contactIds.stream().map(Soql::quoted).collect(Collectors.joining(",")) + ")";
        List<JsonObject> rows = quota.read(reservation, () -> salesforce.query(plan.account(), soql, counter));
        quota.giveBack(reservation, reservation.requests() - rows.size());
        long calls = counter.take();
        runs.update(lease, runId, run -> run.called(calls, rows.size()));
        quota.note(plan.integrationId(), counter);
        return rows.stream()
                .map(row -> ContactRecords.of(row, plan.mappings(), plan.region()))
                .collect(Collectors.toMap(ContactRecord::contactId, Function.identity()));
    }
}
