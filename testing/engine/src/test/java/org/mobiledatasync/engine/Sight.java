package org.mobiledatasync.engine;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Both systems at one moment.
 *
 * @param people our profiles, by id
 * @param contacts Salesforce's contacts, by id, with the deleted ones
 * @param pairs who is linked with whom, by profile id
 * @param suppressed numbers that said STOP
 * @param welcomes how many Welcome texts each number was sent or will be
 */
record Sight(
        Map<Long, Person> people,
        Map<String, Contact> contacts,
        Map<Long, Pair> pairs,
        Set<String> suppressed,
        Map<String, Long> welcomes) {

    /** A profile. Values by field of the mapping; empty ones are left out, here and in {@link Contact}. */
    record Person(long id, int version, String phone, String status, Map<String, String> values) {
        boolean isActive() {
            return status.equals("ACTIVE_SUBSCRIBER");
        }

        boolean isOptedOut() {
            return status.equals("OPTED_OUT");
        }
    }

    /** A contact of Salesforce; {@code master} is what it was merged into, or null. */
    record Contact(
            String id, String phone, boolean optIn, boolean deleted, String master, Map<String, String> values) {}

    /** A link; {@code baseOptIn} is null before anything was agreed on. */
    record Pair(long profileId, String contactId, boolean based, Map<String, String> base, Boolean baseOptIn) {}

    Optional<Person> personOf(String phone) {
        return people.values().stream()
                .filter(person -> person.phone().equals(phone))
                .findFirst();
    }

    Collection<Contact> living() {
        return contacts.values().stream().filter(contact -> !contact.deleted()).toList();
    }

    /** The living contacts of a number. */
    Collection<Contact> livingOf(String phone) {
        return living().stream()
                .filter(contact -> phone.equals(contact.phone()))
                .toList();
    }

    /** Whether a contact was merged into another, over however many steps. */
    boolean isMergedInto(Contact contact, String survivorId) {
        Contact next = contact;
        while (next != null && next.master() != null) {
            if (next.master().equals(survivorId)) {
                return true;
            }
            next = contacts.get(next.master());
        }
        return false;
    }

    Optional<Pair> pairOf(String contactId) {
        return pairs.values().stream()
                .filter(pair -> pair.contactId().equals(contactId))
                .findFirst();
    }
}
