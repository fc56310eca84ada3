package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mobiledatasync.profile.entity.ProfileField;
import org.mobiledatasync.quota.control.Quota;
import org.mobiledatasync.quota.control.Reservation;
import org.mobiledatasync.sync.control.ConsentPush.Work;
import org.mobiledatasync.sync.control.MatchLedger.Claim;
import org.mobiledatasync.sync.entity.Outcome;

/**
 * Finds the contacts of people who are not linked yet, by phone and by e-mail (R1.4).
 *
 * <p>Every contact that is read is one request of the quota; a {@link ContactSearch} never reads more than was reserved,
 * so that one which is full may have missed some.
 */
@ApplicationScoped
public class ContactLookup {
    private static final int CONTACTS_PER_PERSON = 2;

    /** How many contacts are read for one person in the end. */
    private static final int MOST_PER_PERSON = 50;

    private PushLedger ledger;
    private ContactSearch search;
    private Quota quota;
    private MatchLedger matches;

    protected ContactLookup() {}

    @Inject
    public ContactLookup(PushLedger ledger, ContactSearch search, Quota quota, MatchLedger matches) {
        this.ledger = ledger;
        this.search = search;
        this.quota = quota;
        this.matches = matches;
    }

    /**
     * @param contacts the contact of each person who has exactly one
     * @param without the people who have none
     * @param settled what became of the others
     * @param requests how many contacts were read
     * @param quotaReached whether people are left over because the quota did not reach
     */
    record Found(
            Map<PushItem, String> contacts,
            List<PushItem> without,
            List<PushResult> settled,
            long requests,
            boolean quotaReached) {

        static Found nobody(long requests, boolean quotaReached) {
            return new Found(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>(), requests, quotaReached);
        }

        Found and(Found more) {
            contacts.putAll(more.contacts);
            without.addAll(more.without);
            settled.addAll(more.settled);
            return new Found(contacts, without, settled, requests + more.requests, quotaReached || more.quotaReached);
        }
    }

    /** How many requests to reserve for so many people. */
    static long requests(int people) {
        return (long) people * CONTACTS_PER_PERSON;
    }

    /** Looks people up, as many as the reservation allows; the others are simply left out. */
    Found find(Work work, List<PushItem> people, Reservation reservation) {
        int most = (int) Math.max(1, reservation.requests() / CONTACTS_PER_PERSON);
        List<PushItem> looked = people.subList(0, Math.min(most, people.size()));
        List<JsonObject> contacts = search.find(work, looked, reservation);
        quota.giveBack(reservation, reservation.requests() - contacts.size());
        if (contacts.size() < reservation.requests()) {
            return sort(work, looked, contacts);
        }
        // A search that finds as many as it may read may have missed some.
        return looked.size() == 1
                ? again(work, looked.get(0), contacts, reservation)
                : oneByOne(work, looked, contacts.size());
    }

    private Found oneByOne(Work work, List<PushItem> people, long read) {
        Found all = Found.nobody(read, false);
        for (PushItem person : people) {
            Reservation reservation = quota.reserve(work.plan().integrationId(), requests(1), !person.optIn());
            if (reservation.isEmpty()) {
                return all.and(Found.nobody(0, true));
            }
            all = all.and(find(work, List.of(person), reservation));
        }
        return all;
    }

    /** Searches for one person again with more room; whoever still has too many is left to an administrator. */
    private Found again(Work work, PushItem person, List<JsonObject> contacts, Reservation before) {
        NumberChoice choice = choices(work, List.of(person)).getOrDefault(person.phone(), NumberChoice.NONE);
        ContactMatch match = match(work, person, contacts, choice);
        if (match.kind() == ContactMatch.Kind.ONE && choice.isChosen(match.contactId())) {
            return sort(work, List.of(person), contacts);
        }
        if (match.kind() == ContactMatch.Kind.SEVERAL || before.requests() >= MOST_PER_PERSON) {
            Found found = Found.nobody(contacts.size(), false);
            found.settled.add(skipped(person, Reason.SEVERAL_CONTACTS));
            matches.note(work.lease(), work.plan().integrationId(), claims(work, person, contacts, choice));
            return found;
        }
        Reservation more = quota.reserve(work.plan().integrationId(), MOST_PER_PERSON, !person.optIn());
        if (more.requests() <= before.requests()) {
            quota.giveBack(more, more.requests());
            return Found.nobody(contacts.size(), true);
        }
        return Found.nobody(contacts.size(), false).and(find(work, List.of(person), more));
    }

    private Found sort(Work work, List<PushItem> people, List<JsonObject> contacts) {
        Found found = Found.nobody(contacts.size(), false);
        Set<String> taken = ledger.linkedAmong(
                work.plan().integrationId(),
                contacts.stream().map(ContactSearch::id).toList());
        Map<String, NumberChoice> choices = choices(work, people);
        List<Claim> claims = new ArrayList<>();
        for (PushItem person : people) {
            NumberChoice choice = choices.getOrDefault(person.phone(), NumberChoice.NONE);
            ContactMatch match = match(work, person, contacts, choice);
            switch (match.kind()) {
                case NONE -> found.without.add(person);
                case SEVERAL -> {
                    found.settled.add(skipped(person, Reason.SEVERAL_CONTACTS));
                    claims.addAll(claims(work, person, contacts, choice));
                }
                case OUR_ID_OTHER_NUMBER -> found.settled.add(skipped(person, Reason.EXTERNAL_ID_OF_OTHER_NUMBER));
                case OTHER_NUMBER -> found.settled.add(skipped(person, Reason.OTHER_NUMBER));
                case ONE -> {
                    if (taken.contains(match.contactId()) || found.contacts.containsValue(match.contactId())) {
                        found.settled.add(skipped(person, Reason.CONTACT_OF_ANOTHER));
                    } else {
                        found.contacts.put(person, match.contactId());
                    }
                }
            }
        }
        if (!claims.isEmpty()) {
            matches.note(work.lease(), work.plan().integrationId(), claims);
        }
        return found;
    }

    private Map<String, NumberChoice> choices(Work work, List<PushItem> people) {
        return matches.choices(
                work.plan().integrationId(),
                people.stream().map(PushItem::phone).toList());
    }

    private static ContactMatch match(Work work, PushItem person, List<JsonObject> contacts, NumberChoice choice) {
        return ContactMatch.of(
                person.phone(), person.email(), ContactSearch.candidates(work.plan(), person, contacts), choice);
    }

    private static List<Claim> claims(Work work, PushItem person, List<JsonObject> contacts, NumberChoice choice) {
        Set<String> eligible = ContactMatch.eligible(
                        person.phone(), person.email(), ContactSearch.candidates(work.plan(), person, contacts), choice)
                .stream()
                .map(ContactMatch.Candidate::contactId)
                .collect(Collectors.toSet());
        return contacts.stream()
                .filter(contact -> eligible.contains(ContactSearch.id(contact)))
                .map(contact -> new Claim(
                        person.phone(),
                        ContactSearch.id(contact),
                        ContactSearch.text(contact, work.plan().apiName(ProfileField.FIRST_NAME.key())),
                        ContactSearch.text(contact, work.plan().apiName(ProfileField.LAST_NAME.key())),
                        ContactSearch.text(contact, work.plan().apiName(ProfileField.EMAIL.key()))))
                .toList();
    }

    private static PushResult skipped(PushItem person, Reason reason) {
        return PushResult.later(person, Outcome.SKIPPED_MEMBERS, reason, reason.sentence(), RetryDelay.afterSkipping());
    }
}
