package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.platform.control.TransactionRetry;
import org.mobiledatasync.quota.control.Quota;
import org.mobiledatasync.quota.control.Reservation;
import org.mobiledatasync.salesforce.control.ContactWrite;
import org.mobiledatasync.salesforce.control.FaultCode;
import org.mobiledatasync.salesforce.control.SalesforceClient;
import org.mobiledatasync.salesforce.control.SalesforceFault;
import org.mobiledatasync.salesforce.control.WriteResult;
import org.mobiledatasync.sync.control.ConsentPush.Work;
import org.mobiledatasync.sync.entity.FieldChange;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.Side;

/**
 * Makes contacts for opt-ins that Salesforce does not know (R5.3).
 *
 * <p>Never twice for one person (R5.5): before the call the person is held back. When the answer is lost, or this server,
 * nothing is tried until the contact would be found, and then everyone is looked up first.
 */
@ApplicationScoped
public class ContactCreate {
    private PushLedger ledger;
    private PushRecorder recorder;
    private SalesforceClient salesforce;
    private Quota quota;

    protected ContactCreate() {}

    @Inject
    public ContactCreate(PushLedger ledger, PushRecorder recorder, SalesforceClient salesforce, Quota quota) {
        this.ledger = ledger;
        this.recorder = recorder;
        this.salesforce = salesforce;
        this.quota = quota;
    }

    /** @return false when the quota did not reach for all of them */
    boolean make(Work work, List<PushItem> unknown) {
        List<PushResult> without = new ArrayList<>();
        List<PushItem> makeable = new ArrayList<>();
        for (PushItem item : unknown) {
            Reason obstacle = obstacle(work.plan(), item);
            if (item.inDoubt() && !(item.optIn() && work.plan().externalId() != null)) {
                // An opt-out waits for a contact that may come up; so does an opt-in, unless its own id prevents a
                // second.
                without.add(stillOut(item));
            } else if (obstacle == null) {
                makeable.add(item);
            } else {
                without.add(PushResult.dropped(item, Outcome.NO_EXPORT, obstacle));
            }
        }
        if (!without.isEmpty()) {
            recorder.record(work, without, 0);
        }
        if (makeable.isEmpty()) {
            return true;
        }
        Reservation reservation = quota.reserve(work.plan().integrationId(), makeable.size(), false);
        if (reservation.isEmpty()) {
            return false;
        }
        create(work, makeable.subList(0, (int) reservation.requests()), reservation);
        return reservation.requests() == makeable.size();
    }

    /** What keeps a contact from being made; null when nothing does. */
    private static Reason obstacle(SyncPlan plan, PushItem item) {
        if (!item.optIn()) {
            return Reason.NOTHING_TO_OPT_OUT;
        }
        if (item.email() == null) {
            return Reason.NO_EMAIL;
        }
        return texts(plan, item).containsKey("LastName") ? null : Reason.NO_LAST_NAME;
    }

    private void create(Work work, List<PushItem> items, Reservation reservation) {
        TransactionRetry.run(() -> ledger.holdForCreate(work.lease(), items));
        List<ContactWrite> writes = items.stream()
                .map(item -> new ContactWrite(
                        null, texts(work.plan(), item), Map.of(work.plan().optInField(), true)))
                .toList();
        List<PushResult> results = new ArrayList<>();
        long requests = items.size();
        try {
            List<WriteResult> answers = quota.write(reservation, () -> write(work, writes));
            Set<String> taken = ledger.linkedAmong(work.plan().integrationId(), found(answers));
            for (int i = 0; i < items.size(); i++) {
                results.add(result(work.plan(), items.get(i), writes.get(i), answers.get(i), taken));
            }
        } catch (SalesforceFault fault) {
            boolean unknown = fault.remedy() == FaultCode.Remedy.RETRY && !fault.hasNeverLeft();
            if (!unknown) {
                TransactionRetry.run(() -> ledger.letGo(work.lease(), items));
                throw fault;
            }
            requests = fault.hasWrittenNothing() ? 0 : requests;
            items.forEach(item -> results.add(lost(item, fault)));
        }
        recorder.record(work, results, requests);
    }

    private List<WriteResult> write(Work work, List<ContactWrite> writes) {
        ExternalId externalId = work.plan().externalId();
        return externalId == null
                ? salesforce.create(work.plan().account(), writes, work.counter())
                : salesforce.upsert(work.plan().account(), externalId.field(), writes, work.counter());
    }

    /** The contacts that were there already. */
    private static List<String> found(List<WriteResult> answers) {
        return answers.stream()
                .filter(answer -> answer.isWritten() && !answer.made())
                .map(WriteResult::contactId)
                .toList();
    }

    private static PushResult stillOut(PushItem item) {
        return PushResult.later(
                item,
                Outcome.PROCESSING_ERROR,
                Reason.ANSWER_STILL_OUT,
                Reason.ANSWER_STILL_OUT.sentence(),
                RetryDelay.afterLostAnswer());
    }

    private static PushResult lost(PushItem item, SalesforceFault fault) {
        return PushResult.later(
                item,
                Outcome.PROCESSING_ERROR,
                Reason.ANSWER_LOST,
                Reason.ANSWER_LOST.sentence() + " " + fault.getMessage(),
                RetryDelay.afterLostAnswer());
    }

    private static PushResult result(
            SyncPlan plan, PushItem item, ContactWrite write, WriteResult answer, Set<String> taken) {
        if (answer.code() == FaultCode.DUPLICATE_EXTERNAL_ID || answer.code() == FaultCode.MULTIPLE_CHOICES) {
            return skipped(item, Reason.EXTERNAL_ID_SHARED);
        }
        if (taken.contains(answer.contactId())) {
            return skipped(item, Reason.CONTACT_OF_ANOTHER);
        }
        if (!answer.isWritten()) {
            return PushResult.later(
                    item,
                    Outcome.PROCESSING_ERROR,
                    Reason.REFUSED_BY_SALESFORCE,
                    Reason.REFUSED_BY_SALESFORCE.sentence(answer.said()),
                    RetryDelay.afterRefusal(answer.code(), item.attempts()));
        }
        List<FieldChange> changes = new ArrayList<>();
        changes.add(new FieldChange("constituent_id", Side.PROFILE, null, answer.contactId()));
        changes.add(new FieldChange("opt_in_status", Side.CONTACT, null, "true"));
        if (!answer.made()) {
            // Ours, from a call whose answer was lost: linked as one that was found.
            return PushResult.sent(item, answer.contactId(), Outcome.OPT_IN_EXPORTED, Reason.OPT_IN_SENT, changes);
        }
        write.texts().forEach((field, value) -> changes.add(new FieldChange(field, Side.CONTACT, null, value)));
        return PushResult.made(item, answer.contactId(), agreed(plan, write), changes);
    }

    private static PushResult skipped(PushItem item, Reason reason) {
        return PushResult.later(item, Outcome.SKIPPED_MEMBERS, reason, reason.sentence(), RetryDelay.afterSkipping());
    }

    /** What the contact was made with, under our names: defaults too, so that they never come back as news. */
    private static Map<String, String> agreed(SyncPlan plan, ContactWrite write) {
        Map<String, String> agreed = new TreeMap<>();
        for (FieldMapping mapping : plan.mappings()) {
            String name = plan.apiName(mapping.getField());
            if (mapping.isMerged() && name != null && write.texts().containsKey(name)) {
                agreed.put(mapping.getField(), write.texts().get(name));
            }
        }
        return agreed;
    }

    private static Map<String, String> texts(SyncPlan plan, PushItem item) {
        Map<String, String> values = new TreeMap<>(item.values());
        values.put(FieldMapping.PHONE, item.phone());
        // Names count without case in Salesforce: a mapping to "lastname" replaces the default of "LastName".
        Map<String, String> texts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        texts.putAll(plan.defaults());
        texts.putAll(plan.toApiNames(values));
        if (plan.externalId() != null) {
            texts.put(plan.externalId().field(), plan.externalId().of(item.profileId()));
        }
        return texts;
    }
}
