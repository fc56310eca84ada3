package org.mobiledatasync.sync.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.schedule.control.Leases;
import org.mobiledatasync.sync.control.NightlyLedger.Entry;
import org.mobiledatasync.sync.entity.ContactUpdate;
import org.mobiledatasync.sync.entity.ContactUpdateRepository;
import org.mobiledatasync.sync.entity.CrmLink;
import org.mobiledatasync.sync.entity.CrmLinkRepository;
import org.mobiledatasync.sync.entity.SyncRun;
import org.mobiledatasync.sync.entity.SyncRunRepository;

/** What {@link GoneContacts} reads and records, in short fenced transactions: pairs, consent, and the report of each. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class GoneContactsLedger {
    private CrmLinkRepository links;
    private ContactUpdateRepository updates;
    private SyncRunRepository runs;
    private GonePairs pairs;
    private GoneReport report;
    private Leases leases;
    private Clock clock;

    protected GoneContactsLedger() {}

    @Inject
    public GoneContactsLedger(
            CrmLinkRepository links,
            ContactUpdateRepository updates,
            SyncRunRepository runs,
            GonePairs pairs,
            GoneReport report,
            Leases leases,
            Clock clock) {
        this.links = links;
        this.updates = updates;
        this.runs = runs;
        this.pairs = pairs;
        this.report = report;
        this.leases = leases;
        this.clock = clock;
    }

    /** Contacts that have a number of these entries through their profiles, and are none of these entries. */
    public List<String> inTheWayOf(long integrationId, List<Entry> entries) {
        Set<String> contactIds = entries.stream()
                .map(entry -> entry.contact().contactId())
                .filter(id -> id != null)
                .collect(Collectors.toSet());
        Set<String> phones = entries.stream()
                .filter(entry -> !entry.phoneShared() && entry.contact().contactId() != null)
                .map(entry -> entry.contact().phone())
                .filter(phone -> phone != null)
                .collect(Collectors.toSet());
        return phones.isEmpty() ? List.of() : links.findOthersWithNumbers(integrationId, phones, contactIds);
    }

    /**
     * Settles pairs whose contact was not found.
     *
     * @param fates what became of each contact
     * @param calls how many calls were made to learn it, and {@code requests} how many contacts they read
     */
    public void settle(
            Lease lease,
            long runId,
            SyncPlan plan,
            List<GoneContact> gone,
            Map<String, ContactFate> fates,
            long calls,
            long requests) {
        leases.renew(lease);
        SyncRun run = runs.get(runId);
        run.called(calls, requests);
        run.setProgressAt(OffsetDateTime.now(clock));
        // Of several that were merged into one, it goes to the one whose number it has.
        gone.stream()
                .sorted(Comparator.comparing(contact -> !pairs.keepsNumber(plan, contact, fate(fates, contact))))
                .forEach(contact -> settle(run, plan, contact, fate(fates, contact)));
    }

    private static ContactFate fate(Map<String, ContactFate> fates, GoneContact contact) {
        return fates.get(contact.contactId());
    }

    private void settle(SyncRun run, SyncPlan plan, GoneContact gone, ContactFate fate) {
        Optional<ContactUpdate> update =
                updates.findByIds(gone.updateId() == null ? List.of() : List.of(gone.updateId())).stream()
                        .findFirst();
        Optional<CrmLink> link = links.findByContact(plan.integrationId(), gone.contactId());
        if (link.isPresent()) {
            // The contact may have gone over to another profile since: then the update says nothing of its pair.
            Optional<ContactUpdate> own =
                    update.filter(left -> left.getProfileId().equals(link.get().getProfileId()));
            report.add(run, gone, pairs.settle(run, plan, gone, fate, link.get(), own));
        } else {
            // The other sync was faster. A change that waits is taken up again with what is true now.
            update.ifPresent(left -> report.addParted(run, left));
        }
        update.ifPresent(updates::remove);
    }
}
