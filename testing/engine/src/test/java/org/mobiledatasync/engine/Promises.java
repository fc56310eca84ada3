package org.mobiledatasync.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mobiledatasync.engine.Sight.Contact;
import org.mobiledatasync.engine.Sight.Pair;
import org.mobiledatasync.engine.Sight.Person;

/**
 * What the product promises about every single step, whatever happened before: the reference that the engine is held
 * against. Knows the rules and nothing of the engine's ways.
 */
final class Promises {
    private final Step step;
    private final Sight before;
    private final Sight after;
    private final Memory memory;

    private Promises(Step step, Sight before, Sight after, Memory memory) {
        this.step = step;
        this.before = before;
        this.after = after;
        this.memory = memory;
    }

    /** @throws AssertionError naming the rule that was broken */
    static void keep(Step step, Sight before, Sight after, Memory memory, Observatory observatory) {
        Promises promises = new Promises(step, before, after, memory);
        promises.nobodyBecomesActiveWhoSaidStop();
        promises.suppressionEndsByThePersonOnly();
        promises.welcomeOnce();
        if (step.deed().isSync()) {
            promises.syncRemovesNobody();
            promises.syncOptsOutOnlyWhoLeft();
            promises.syncTicksOnlyWhoIsActive();
            promises.syncMakesNoSecondContact();
            promises.syncMovesOnlyWhatChangedOnTheOtherSide();
            promises.baseIsWhatBothSidesHad();
        }
        promises.runsBalance(observatory);
    }

    private void nobodyBecomesActiveWhoSaidStop() {
        for (Person person : after.people().values()) {
            boolean wasOut = before.suppressed().contains(person.phone())
                    || before.personOf(person.phone())
                            .filter(Person::isOptedOut)
                            .isPresent();
            if (person.isActive() && wasOut && !isFreshEvidenceOf(person.phone())) {
                throw broken("R4.1", person + " had said STOP");
            }
        }
    }

    private void suppressionEndsByThePersonOnly() {
        before.suppressed().stream()
                .filter(phone -> !after.suppressed().contains(phone) && !isFreshEvidenceOf(phone))
                .forEach(phone -> {
                    throw broken("R4.1", phone + " is not suppressed any more");
                });
    }

    private boolean isFreshEvidenceOf(String phone) {
        return step.deed() == Deed.PERSON_JOINS && Deed.phone(step.who()).equals(phone);
    }

    private void welcomeOnce() {
        after.welcomes().forEach((phone, count) -> {
            if (count > 1) {
                throw broken("R4.6", phone + " gets " + count + " Welcome texts");
            }
            if (!before.welcomes().containsKey(phone)
                    && before.suppressed().contains(phone)
                    && !isFreshEvidenceOf(phone)) {
                throw broken("R4.1", phone + " said STOP and gets a Welcome text");
            }
        });
    }

    private void syncRemovesNobody() {
        if (!after.people().keySet().containsAll(before.people().keySet())) {
            throw broken("section 9", "a sync removed a profile");
        }
        before.contacts().values().forEach(contact -> {
            Contact now = after.contacts().get(contact.id());
            if (now.deleted() != contact.deleted() || !Objects.equals(now.phone(), contact.phone())) {
                throw broken("S17", "a sync deleted a contact or changed its number: " + contact + " became " + now);
            }
        });
    }

    private void syncOptsOutOnlyWhoLeft() {
        for (Person person : after.people().values()) {
            Person earlier = before.people().get(person.id());
            boolean optedOut = person.isOptedOut() && earlier != null && !earlier.isOptedOut();
            if (optedOut && contactsRead().noneMatch(contact -> speaksFor(contact, person))) {
                throw broken("R4.2", person + " was opted out, but nobody left who is the same person");
            }
        }
    }

    /** The contacts as the sync can have read them: as they are, or as they were when a killed run exported them. */
    private Stream<Contact> contactsRead() {
        return Stream.concat(before.contacts().values().stream(), memory.exported().stream());
    }

    /**
     * Whether somebody left by this contact who is this person: by their link, by the number that the contact has now
     * (R1.6), or because it was merged into the person's contact, which keeps the opt-out of either.
     */
    private boolean speaksFor(Contact contact, Person person) {
        Pair pair = before.pairOf(contact.id()).orElse(null);
        boolean saidSo = pair != null && before.people().get(pair.profileId()).isOptedOut();
        boolean left = hadLeft(contact.id()) && !contact.optIn();
        if (isOf(before, person, contact)) {
            return left;
        }
        Pair own = before.pairs().get(person.id());
        return own != null && before.isMergedInto(contact, own.contactId()) && (left || saidSo);
    }

    private void syncTicksOnlyWhoIsActive() {
        for (Contact contact : after.living()) {
            Contact earlier = before.contacts().get(contact.id());
            boolean was = earlier != null && earlier.optIn();
            if (contact.optIn() == was) {
                continue;
            }
            Set<String> statuses = after.people().values().stream()
                    .filter(person -> isOf(after, person, contact))
                    .map(Person::status)
                    .collect(Collectors.toSet());
            if (!statuses.contains(contact.optIn() ? "ACTIVE_SUBSCRIBER" : "OPTED_OUT")) {
                throw broken(contact.optIn() ? "R4.4" : "R4.3", contact + " was set, but its people are " + statuses);
            }
            if (contact.optIn() && earlier != null && isNightly() && hadLeft(contact.id())) {
                throw broken("R4.2", "the opt-out in Salesforce was overwritten: " + contact);
            }
        }
    }

    private boolean isNightly() {
        return step.deed() == Deed.NIGHTLY_SYNC || step.deed() == Deed.NIGHTLY_SYNC_KILLED;
    }

    /** Whether both sides had agreed that the person is in, and Salesforce says no by now. */
    private boolean hadLeft(String contactId) {
        return before.pairOf(contactId)
                .filter(pair -> Boolean.TRUE.equals(pair.baseOptIn()))
                .isPresent();
    }

    private static boolean isOf(Sight sight, Person person, Contact contact) {
        Pair pair = sight.pairs().get(person.id());
        return person.phone().equals(contact.phone())
                || pair != null && pair.contactId().equals(contact.id());
    }

    private void syncMakesNoSecondContact() {
        after.contacts().values().stream()
                .filter(contact -> !before.contacts().containsKey(contact.id()))
                .forEach(contact -> {
                    if (!before.livingOf(contact.phone()).isEmpty()) {
                        throw broken("R5.5", contact + " was made beside " + before.livingOf(contact.phone()));
                    }
                    if (after.livingOf(contact.phone()).size() > 1) {
                        throw broken("R5.5", "made twice: " + after.livingOf(contact.phone()));
                    }
                    if (after.personOf(contact.phone()).filter(Person::isActive).isEmpty()) {
                        throw broken("R5.3", contact + " was made for nobody who opted in");
                    }
                });
    }

    private void syncMovesOnlyWhatChangedOnTheOtherSide() {
        for (Person person : after.people().values()) {
            Person earlier = before.people().get(person.id());
            Pair pair = after.pairs().get(person.id());
            if (earlier == null || earlier.values().equals(person.values())) {
                continue;
            }
            String contactId = pair == null ? goneContactOf(person).id() : pair.contactId();
            justify(person.values(), earlier.values(), contactId, baseOf(person.id(), contactId), person);
        }
        for (Contact contact : after.contacts().values()) {
            Contact earlier = before.contacts().get(contact.id());
            if (earlier == null || earlier.values().equals(contact.values())) {
                continue;
            }
            Pair pair = after.pairOf(contact.id())
                    .orElseThrow(() -> broken("R3", contact + " was changed by a sync, but is linked to nobody"));
            justify(
                    contact.values(),
                    earlier.values(),
                    pair.profileId(),
                    baseOf(pair.profileId(), contact.id()),
                    contact);
        }
    }

    /** A run that goes on after a kill takes a contact from its old export, and may then find it gone and end the pair. */
    private Contact goneContactOf(Person person) {
        return after.contacts().values().stream()
                .filter(contact -> contact.deleted() && person.phone().equals(contact.phone()))
                .findFirst()
                .orElseThrow(() -> broken("R3", person + " was changed by a sync, but is linked to nobody"));
    }

    private Map<String, String> baseOf(long profileId, String contactId) {
        Pair pair = before.pairs().get(profileId);
        return pair != null && pair.contactId().equals(contactId) ? pair.base() : Map.of();
    }

    private void justify(
            Map<String, String> now,
            Map<String, String> earlier,
            Object other,
            Map<String, String> base,
            Object whose) {
        for (String[] field : Observatory.FIELDS) {
            String was = earlier.get(field[0]);
            String is = now.get(field[0]);
            if (Objects.equals(was, is)) {
                continue;
            }
            if (is == null) {
                throw broken("R3.1", field[0] + " was emptied: " + whose);
            }
            if (!memory.had(other, field[0], is)) {
                throw broken("R3.3", field[0] + " became " + is + ", which the other side never had: " + whose);
            }
            if (was != null && !was.equals(base.get(field[0]))) {
                throw broken(
                        "R3.5",
                        field[0] + " was " + was + ", changed since the last agreement on " + base.get(field[0])
                                + ", and was overwritten: " + whose);
            }
        }
    }

    private void baseIsWhatBothSidesHad() {
        for (Pair pair : after.pairs().values()) {
            Map<String, String> earlier = baseOf(pair.profileId(), pair.contactId());
            pair.base().forEach((field, value) -> {
                boolean ours = memory.had(pair.profileId(), field, value) || TwoSystems.DEFAULT_NAMES.contains(value);
                boolean agreed = ours && memory.had(pair.contactId(), field, value);
                if (!value.equals(earlier.get(field)) && !agreed) {
                    throw broken("R3.9", pair + " has agreed on " + field + ", but not both sides ever had " + value);
                }
            });
        }
    }

    private void runsBalance(Observatory observatory) {
        List<String> unbalanced = observatory.unbalancedRuns();
        if (!unbalanced.isEmpty()) {
            throw broken("R8.1", String.join("; ", unbalanced));
        }
        List<String> twice = observatory.reportedTwice();
        if (!twice.isEmpty()) {
            throw broken("R7.1", "reported twice: " + String.join("; ", twice));
        }
        boolean open = step.deed() == Deed.NIGHTLY_SYNC
                        && !observatory.openRuns("NIGHTLY").isEmpty()
                || step.deed() == Deed.FIVE_MINUTE_SYNC
                        && !observatory.openRuns("PUSH").isEmpty();
        if (open) {
            throw broken("R7.1", "the run is not closed");
        }
    }

    private AssertionError broken(String rule, String how) {
        return new AssertionError(rule + " broken by " + step + ": " + how);
    }
}
