package org.mobiledatasync.sync.control;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mobiledatasync.sync.control.KnownProfile.KnownLink;
import org.mobiledatasync.sync.control.RecordDecision.Surroundings;

/**
 * One record and what is known around it, on which effects are carried out as {@link EffectsWriter} and, for what
 * Salesforce takes, {@link ContactPushLedger} do: the same in memory.
 */
final class KnownSystem {
    private static final Long NEW_ID = 99L;

    private ContactRecord contact;
    private Surroundings around;

    KnownSystem(ContactRecord contact, Surroundings around) {
        this.contact = contact;
        this.around = around;
    }

    ContactRecord contact() {
        return contact;
    }

    Surroundings around() {
        return around;
    }

    /** Carries the effects out, and lets Salesforce confirm all that is sent. */
    void apply(RecordEffects effects) {
        KnownProfile person = effects.profile();
        if (effects.creates()) {
            person = around.suppressed()
                    ? new KnownProfile(NEW_ID, contact.phone(), Map.of(), true, false, false, Set.of(), null, false)
                    : People.stranger(NEW_ID, contact.phone());
        }
        for (KnownProfile leaving : effects.optedOut()) {
            if (person != null && leaving.id().equals(person.id())) {
                person = outOfAll(person);
            }
        }
        if (person == null) {
            return;
        }
        person = acted(People.holding(person, with(person.values(), effects.toProfile())), effects);
        KnownLink link = effects.links()
                ? new KnownLink(contact.contactId(), null, null, null, People.LAST_NIGHT)
                : person.link();
        person = People.linked(person, link == null ? null : agreed(link, effects));
        confirm(effects);
        boolean ofNumber = person.phone().equals(contact.phone());
        around = new Surroundings(
                person.isLinkedTo(contact.contactId()) ? person : around.linked(),
                ofNumber ? person : around.byPhone(),
                around.phoneShared(),
                around.suppressed() || ofNumber && person.optedOut());
    }

    private KnownProfile acted(KnownProfile person, RecordEffects effects) {
        return switch (effects.act()) {
            case OPT_OUT -> outOfAll(person);
            case SUBSCRIBE -> joined(person, effects.path());
            case NONE, REFUSE -> person;
        };
    }

    private KnownProfile joined(KnownProfile person, SyncRules.Path path) {
        Set<Long> campaigns = new HashSet<>(person.campaigns());
        campaigns.add(path.campaignId());
        boolean exports = !path.asksFirst() && !contact.isOptedIn();
        return new KnownProfile(
                person.id(),
                person.phone(),
                person.values(),
                person.optedOut(),
                person.active() || !path.asksFirst(),
                person.asked() || path.asksFirst(),
                campaigns,
                person.link(),
                person.exportPending() || exports);
    }

    private static KnownProfile outOfAll(KnownProfile person) {
        return new KnownProfile(
                person.id(),
                person.phone(),
                person.values(),
                true,
                false,
                false,
                person.campaigns(),
                person.link(),
                person.exportPending());
    }

    private static KnownLink agreed(KnownLink link, RecordEffects effects) {
        Boolean optIn = effects.tellCrm() != null ? effects.tellCrm() : effects.agreedOptIn();
        return new KnownLink(
                link.contactId(),
                effects.agreed() == null ? link.base() : effects.agreed(),
                optIn == null ? link.baseOptIn() : optIn,
                effects.seenMark() == null ? link.seenMark() : effects.seenMark(),
                link.syncedAt());
    }

    private void confirm(RecordEffects effects) {
        OptInValue optIn = effects.tellCrm() == null ? contact.optIn() : OptInValue.of(effects.tellCrm());
        contact = new ContactRecord(
                contact.contactId(),
                contact.typedId(),
                contact.typedPhone(),
                contact.phone(),
                optIn,
                contact.typedOptIn(),
                with(contact.values(), effects.toContact()),
                contact.ruleValues(),
                contact.rest(),
                contact.fault());
    }

    private static Map<String, String> with(Map<String, String> values, Map<String, String> taken) {
        Map<String, String> then = new TreeMap<>(values);
        then.putAll(taken);
        return then;
    }
}
