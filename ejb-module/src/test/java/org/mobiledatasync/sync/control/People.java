package org.mobiledatasync.sync.control;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mobiledatasync.integration.entity.OnConflict;
import org.mobiledatasync.integration.entity.SyncType;
import org.mobiledatasync.sync.control.KnownProfile.KnownLink;
import org.mobiledatasync.sync.control.RecordDecision.Surroundings;

/** Made-up records, profiles and rules for the tests of the heart. */
final class People {
    static final String CONTACT = "003RO0000035WQgYAM";
    static final String OTHER_CONTACT = "003R000000DDMlTIAX";
    static final String PHONE = "+12125550123";
    static final String OTHER_PHONE = "+12125550199";
    static final String FIRST = "profile_first_name";
    static final String LAST = "profile_last_name";
    static final String EMAIL = "profile_email";
    static final OffsetDateTime LAST_NIGHT = OffsetDateTime.parse("2026-11-23T02:00Z");
    static final OffsetDateTime TONIGHT = OffsetDateTime.parse("2026-11-24T02:00Z");
    static final SyncRules.Path PATH = new SyncRules.Path(7L, 70L, false);
    static final SyncRules.Path ASKING_PATH = new SyncRules.Path(8L, 80L, true);
    static final Surroundings NOBODY = new Surroundings(null, null, false, false);

    private People() {}

    static MergeField field(String key, OnConflict onConflict) {
        return new MergeField(key, true, false, onConflict);
    }

    static MergeField field(String key) {
        return field(key, OnConflict.ASK);
    }

    static MergeField required(String key) {
        return new MergeField(key, true, true, OnConflict.ASK);
    }

    static SyncRules rules(SyncType type, SyncRules.Path path) {
        return rules(type, path, field(FIRST), field(LAST), field(EMAIL));
    }

    static SyncRules rules(SyncType type, SyncRules.Path path, MergeField... fields) {
        return new SyncRules(type, List.of(fields), path, List.of(), TONIGHT);
    }

    /** A contact that is well in every way, opted in or not. */
    static ContactRecord contact(OptInValue optIn, Map<String, String> values) {
        return contact(CONTACT, PHONE, optIn, values);
    }

    static ContactRecord contact(String id, String phone, OptInValue optIn, Map<String, String> values) {
        return new ContactRecord(id, id, phone, phone, optIn, optIn.name(), values, List.of(), "rest", null);
    }

    /** A person whom we know, opted in nowhere, linked with nobody. */
    static KnownProfile stranger(Long id, String phone) {
        return new KnownProfile(id, phone, Map.of(), false, false, false, Set.of(), null, false);
    }

    /** A member of the path's campaign. */
    static KnownProfile member(Long id, String phone) {
        return new KnownProfile(id, phone, Map.of(), false, true, false, Set.of(PATH.campaignId()), null, false);
    }

    /** A former member who said STOP. */
    static KnownProfile leaver(Long id, String phone) {
        return new KnownProfile(id, phone, Map.of(), true, false, false, Set.of(PATH.campaignId()), null, false);
    }

    static KnownProfile holding(KnownProfile person, Map<String, String> values) {
        return new KnownProfile(
                person.id(),
                person.phone(),
                new TreeMap<>(values),
                person.optedOut(),
                person.active(),
                person.asked(),
                person.campaigns(),
                person.link(),
                person.exportPending());
    }

    static KnownProfile linked(KnownProfile person, String contactId, Map<String, String> base, Boolean baseOptIn) {
        return linked(person, new KnownLink(contactId, base, baseOptIn, null, LAST_NIGHT));
    }

    static KnownProfile linked(KnownProfile person, KnownLink link) {
        return new KnownProfile(
                person.id(),
                person.phone(),
                person.values(),
                person.optedOut(),
                person.active(),
                person.asked(),
                person.campaigns(),
                link,
                person.exportPending());
    }

    static KnownProfile exporting(KnownProfile person) {
        return new KnownProfile(
                person.id(),
                person.phone(),
                person.values(),
                person.optedOut(),
                person.active(),
                person.asked(),
                person.campaigns(),
                person.link(),
                true);
    }

    /** The person is linked with the record's contact and still has its number. */
    static Surroundings pairedWith(KnownProfile person) {
        return new Surroundings(person, person, false, person.optedOut());
    }
}
