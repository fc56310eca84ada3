package org.mobiledatasync.sync.control;

import org.mobiledatasync.sync.control.ContactPushLedger.Waiting;

/**
 * A contact that a call did not find, and what was under way with it.
 *
 * @param contactId in 18 characters
 * @param key what identifies the report within the run
 * @param changeId the change of consent that was to be brought; null when none was
 * @param updateId the update of the nightly sync that was to be sent; null when none was
 * @param said Salesforce's own words; empty when it said nothing
 */
public record GoneContact(String contactId, String key, Long changeId, Long updateId, String said) {

    /** Salesforce refused the five-minute sync's write. */
    static GoneContact bringing(PushItem item, String said) {
        return new GoneContact(item.contactId(), item.key(), item.changeId(), null, said);
    }

    /** Salesforce refused the nightly sync's write. */
    static GoneContact sending(Waiting waiting, String said) {
        return new GoneContact(waiting.contactId(), waiting.contactId(), null, waiting.id(), said);
    }

    /** It was absent where it was looked for. */
    static GoneContact missing(String contactId) {
        return new GoneContact(contactId, contactId, null, null, "");
    }
}
