package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.profile.control.MobileNumbers;
import org.mobiledatasync.quota.control.Quota;
import org.mobiledatasync.quota.control.Reservation;
import org.mobiledatasync.salesforce.control.CallCounter;
import org.mobiledatasync.salesforce.control.SalesforceClient;
import org.mobiledatasync.salesforce.control.SalesforceId;
import org.mobiledatasync.sync.control.ContactFate.Survivor;
import org.mobiledatasync.sync.control.MergeChains.Step;

/**
 * Asks Salesforce what became of contacts that a call did not find: in the bin, merged into others, or unknown.
 *
 * <p>One call asks for up to 200 contacts, and one more for each step of the longest chain of merges. Each contact that
 * is read is one request of the quota (R6.1).
 */
@ApplicationScoped
public class ContactFates {
    /** How many contacts one call asks for. */
    static final int MOST_PER_CALL = 200;

    /** How long a chain of merges may be: what was merged more often counts as deleted. */
    static final int MOST_STEPS = 10;

    /** As Salesforce writes moments: 2026-11-24T02:00:00.000+0000. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS[XXX][XX]");

    private SalesforceClient salesforce;
    private Quota quota;

    protected ContactFates() {}

    @Inject
    public ContactFates(SalesforceClient salesforce, Quota quota) {
        this.salesforce = salesforce;
        this.quota = quota;
    }

    /**
     * @param fates by contact id; a contact that the quota did not reach for is absent
     * @param requests how many contacts were read
     */
    record Told(Map<String, ContactFate> fates, long requests) {}

    /**
     * @param contactIds in 18 characters, at most {@value #MOST_PER_CALL}
     * @param forOptOuts whether opt-outs wait for the answer, which have a reserve of the quota (R6.5)
     */
    Told ask(SyncPlan plan, Collection<String> contactIds, boolean forOptOuts, CallCounter counter) {
        MergeChains chains = new MergeChains();
        Set<String> next = new LinkedHashSet<>(contactIds);
        boolean complete = true;
        for (int step = 0; step <= MOST_STEPS && !next.isEmpty() && complete; step++) {
            Reservation reservation = quota.reserve(plan.integrationId(), next.size(), forOptOuts);
            complete = reservation.requests() == next.size();
            if (!reservation.isEmpty()) {
                List<String> page = next.stream().limit(reservation.requests()).toList();
                Map<String, Step> answer = read(plan, page, reservation, counter);
                chains.note(page, answer);
                next = chains.mastersOf(answer);
            }
        }
        Map<String, ContactFate> fates = new HashMap<>();
        for (String contactId : contactIds) {
            chains.fateOf(contactId, complete).ifPresent(fate -> fates.put(contactId, fate));
        }
        return new Told(fates, chains.read());
    }

    private Map<String, Step> read(
            SyncPlan plan, List<String> contactIds, Reservation reservation, CallCounter counter) {
        String phone = plan.apiName(FieldMapping.PHONE);
        String soql = "SELECT Id, IsDeleted, MasterRecordId, SystemModstamp, " + plan.optInField()
                + (phone == null ? "" : ", " + phone) + " FROM Contact WHERE Id IN ("
                + contactIds.stream().map(Soql::quoted).collect(Collectors.joining(",")) + ")";
        List<JsonObject> rows = quota.read(reservation, () -> salesforce.queryAll(plan.account(), soql, counter));
        Map<String, Step> answer = new HashMap<>();
        rows.forEach(row -> answer.put(id(row, "Id"), step(plan, row, phone)));
        quota.giveBack(reservation, reservation.requests() - answer.size());
        return answer;
    }

    private static Step step(SyncPlan plan, JsonObject row, String phone) {
        String typed = phone == null ? "" : ContactRecords.text(row, phone);
        OptInValue optIn = OptInValue.of(ContactRecords.text(row, plan.optInField()));
        return new Step(
                Boolean.parseBoolean(ContactRecords.text(row, "IsDeleted")),
                id(row, "MasterRecordId"),
                new Survivor(
                        id(row, "Id"),
                        typed,
                        MobileNumbers.toE164(typed, plan.region()).orElse(null)),
                optIn == OptInValue.UNREADABLE ? null : optIn == OptInValue.TRUE,
                moment(ContactRecords.text(row, "SystemModstamp")));
    }

    private static String id(JsonObject row, String field) {
        return SalesforceId.ofContact(ContactRecords.text(row, field)).orElse(null);
    }

    /** Null when it can't be read: then it counts as long ago. */
    private static OffsetDateTime moment(String text) {
        try {
            return OffsetDateTime.parse(text, MOMENT);
        } catch (DateTimeException otherForm) {
            return null;
        }
    }
}
