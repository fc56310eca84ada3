package org.mobiledatasync.sync.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.mobiledatasync.sync.entity.CrmLink;
import org.mobiledatasync.sync.entity.CrmLinkRepository;

/** What {@link ChangedHerePull} reads, in short transactions. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ChangedHereLedger {
    @Inject
    private CrmLinkRepository links;

    /** Contacts whose profile changed here since the last sync, and that the run has not met yet. */
    public List<String> next(long integrationId, long runId, int size) {
        return links.findChangedHere(integrationId, runId, 0, size).stream()
                .map(CrmLink::getContactId)
                .toList();
    }
}
