package org.mobiledatasync.sync.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mobiledatasync.sync.entity.CrmLink;
import org.mobiledatasync.sync.entity.CrmLinkRepository;
import org.mobiledatasync.sync.entity.SettledRecordRepository;

/** Finds the profiles that changed here and that the run has not met. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ChangedHereLedger {
    @Inject
    private CrmLinkRepository links;

    @Inject
    private SettledRecordRepository settled;

    /** The contacts of up to that many of them. */
    public List<String> next(long integrationId, long runId, int size) {
        List<String> contacts = new ArrayList<>();
        long last = 0;
        List<CrmLink> page;
        do {
            page = links.findChangedHere(integrationId, runId, last, size);
            Set<Long> met =
                    settled.among(runId, page.stream().map(CrmLink::getId).toList());
            page.stream()
                    .filter(link -> !met.contains(link.getId()))
                    .map(CrmLink::getContactId)
                    .forEach(contacts::add);
            last = page.isEmpty() ? last : page.get(page.size() - 1).getId();
        } while (page.size() == size && contacts.size() < size);
        return contacts.subList(0, Math.min(size, contacts.size()));
    }
}
