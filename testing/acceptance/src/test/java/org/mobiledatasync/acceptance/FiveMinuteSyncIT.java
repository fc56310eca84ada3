package org.mobiledatasync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.acceptance.Administrator.json;
import static org.mobiledatasync.acceptance.Administrator.outcomes;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The five-minute sync, driven by HTTP alone. */
class FiveMinuteSyncIT extends InstalledTest {
    private static final AtomicInteger NEXT_NUMBER = new AtomicInteger(100);

    @BeforeEach
    void quiet() {
        organisation.noFaults();
        admin.run(integration, "PUSH");
        organisation.forgetCalls();
    }

    @Test
    @DisplayName("S18 R5.3 an opt-in with an email becomes a contact with opt-in and source; S20 its id comes back")
    void optInWithEmailBecomesAContact() {
        String phone = number();
        long profile = admin.createProfile(phone, "Newcomer", "newcomer" + phone.substring(1) + "@example.org");
        admin.optIn(profile, path);

        JsonObject run = admin.run(integration, "PUSH");

        assertThat(outcomes(run)).isEqualTo(Map.of("CONTACT_CREATED", 1));
        JsonObject contact = only(phone);
        assertThat(contact.getBoolean("Mobile_Subscriber__c")).isTrue();
        assertThat(contact.getString("LeadSource")).isEqualTo("Mobile Commons");
        assertThat(contact.getString("FirstName")).as("default first name").isEqualTo("Contact");
        assertThat(constituentId(profile)).isEqualTo(contact.getString("Id"));
        assertThat(run.getInt("quotaUsed")).isEqualTo(1);
    }

    @Test
    @DisplayName("R5.3 an opt-in without an email is No Export, and costs no write")
    void optInWithoutEmailIsNoExport() {
        String phone = number();
        admin.optIn(admin.createProfile(phone, "Nomail", null), path);

        JsonObject run = admin.run(integration, "PUSH");

        assertThat(outcomes(run)).isEqualTo(Map.of("NO_EXPORT", 1));
        assertThat(admin.records(run, "").get(0).getString("reason")).isEqualTo("NO_EMAIL");
        assertThat(organisation.calls("create")).isZero();
    }

    @Test
    @DisplayName("S19 R5.2 up to 200 STOPs reach Salesforce in one call")
    void stopsGoInOneCall() {
        int people = 60;
        long[] profiles = new long[people];
        String[] phones = new String[people];
        for (int i = 0; i < people; i++) {
            phones[i] = number();
            organisation.add("Member" + i, phones[i], null, false);
            profiles[i] = admin.createProfile(phones[i], "Member" + i, null);
            admin.optIn(profiles[i], path);
        }
        assertThat(outcomes(admin.run(integration, "PUSH"))).isEqualTo(Map.of("OPT_IN_EXPORTED", people));
        assertThat(only(phones[0]).getBoolean("Mobile_Subscriber__c")).isTrue();
        organisation.forgetCalls();

        for (long profile : profiles) {
            admin.stop(profile);
        }
        JsonObject run = admin.run(integration, "PUSH");

        assertThat(outcomes(run)).isEqualTo(Map.of("OPT_OUT_EXPORTED", people));
        assertThat(organisation.calls("update")).isEqualTo(1);
        assertThat(organisation.calls("query")).as("linked already").isZero();
        for (String phone : phones) {
            assertThat(only(phone).getBoolean("Mobile_Subscriber__c")).isFalse();
        }
    }

    @Test
    @DisplayName("S17 no change, no call, not even a sign-in")
    void noChangeNoCall() {
        JsonObject run = admin.run(integration, "PUSH");

        assertThat(run.getInt("seen")).isZero();
        for (String kind : new String[] {"login", "query", "create", "update", "describe"}) {
            assertThat(organisation.calls(kind)).as(kind).isZero();
        }
    }

    @Test
    @DisplayName("R1.4 a contact with the number, however typed, is linked, not made again")
    void anExistingContactIsFoundByPhone() {
        String phone = number();
        String typed = "(" + phone.substring(2, 5) + ") " + phone.substring(5, 8) + "." + phone.substring(8);
        String contact = organisation.add("Known", typed, null, false);
        long profile = admin.createProfile(phone, "Known", "known" + phone.substring(1) + "@example.org");
        admin.optIn(profile, path);

        assertThat(outcomes(admin.run(integration, "PUSH"))).isEqualTo(Map.of("OPT_IN_EXPORTED", 1));
        assertThat(constituentId(profile)).isEqualTo(contact);
        assertThat(organisation.calls("create")).isZero();
    }

    @Test
    @DisplayName("R1.4 more than one matching contact: Skipped Members, nothing is changed")
    void severalContactsAreSkipped() {
        String phone = number();
        organisation.add("One", phone, null, false);
        organisation.add("Two", phone, null, false);
        admin.optIn(admin.createProfile(phone, "Twice", "twice" + phone.substring(1) + "@example.org"), path);

        assertThat(outcomes(admin.run(integration, "PUSH"))).isEqualTo(Map.of("SKIPPED_MEMBERS", 1));
        assertThat(organisation.calls("create") + organisation.calls("update")).isZero();
    }

    @Test
    @DisplayName("R1.6 a contact that only shares the email and has another number is left alone")
    void anotherNumberIsNotThePerson() {
        String email = "family" + NEXT_NUMBER.get() + "@example.org";
        String other = organisation.add("Spouse", number(), email, false);
        admin.optIn(admin.createProfile(number(), "Family", email), path);

        JsonObject run = admin.run(integration, "PUSH");

        assertThat(outcomes(run)).isEqualTo(Map.of("SKIPPED_MEMBERS", 1));
        assertThat(organisation.contact(other).getBoolean("Mobile_Subscriber__c"))
                .isFalse();
    }

    @Test
    @DisplayName("R5.5 a create whose answer was lost is looked up before anything is tried again: one contact, always")
    void aLostCreateIsNotRepeated() {
        String phone = number();
        long profile = admin.createProfile(phone, "Lost", "lost" + phone.substring(1) + "@example.org");
        admin.optIn(profile, path);
        organisation.fault("{\"kind\": \"reset-after\", \"on\": \"create\", \"times\": 1}");

        JsonObject lost = admin.run(integration, "PUSH");
        assertThat(outcomes(lost)).isEqualTo(Map.of("PROCESSING_ERROR", 1));
        assertThat(lost.getString("state")).isEqualTo("COMPLETED_WITH_ERRORS");
        assertThat(lost.getInt("pending")).isEqualTo(1);

        // Nothing is tried before the contact can be found; a new word of the person is a reason to look at once.
        admin.stop(profile);
        JsonObject found = admin.run(integration, "PUSH");

        assertThat(outcomes(found)).isEqualTo(Map.of("OPT_OUT_EXPORTED", 1));
        JsonObject contact = only(phone);
        assertThat(contact.getBoolean("Mobile_Subscriber__c")).isFalse();
        assertThat(constituentId(profile)).isEqualTo(contact.getString("Id"));
    }

    @Test
    @DisplayName("R6.4 at the Daily API Quota nothing more is synced; what is left waits")
    void theQuotaIsKept() {
        int used = admin.api.get("/integrations/" + integration + "/quota").getInt("used");
        admin.configure(integration, json().add("dailyApiQuota", used + 3));
        String[] phones = new String[5];
        for (int i = 0; i < phones.length; i++) {
            phones[i] = number();
            admin.optIn(
                    admin.createProfile(phones[i], "Quota" + i, "quota" + phones[i].substring(1) + "@example.org"),
                    path);
        }

        JsonObject run = admin.run(integration, "PUSH");

        assertThat(run.getString("state")).isEqualTo("QUOTA_REACHED");
        assertThat(admin.api.get("/integrations/" + integration + "/quota").getInt("used"))
                .isLessThanOrEqualTo(used + 3);
        assertThat(run.getInt("seen") + run.getInt("pending")).isGreaterThanOrEqualTo(phones.length);
        assertThat(run.getInt("balance")).isZero();

        admin.configure(integration, json().add("dailyApiQuota", JsonValue.NULL));
        assertThat(admin.run(integration, "PUSH").getString("state")).isEqualTo("COMPLETED");
        for (String phone : phones) {
            only(phone);
        }
    }

    @Test
    @DisplayName("R4.1 an API call without the person's own evidence opts nobody back in")
    void noWayBackWithoutEvidence() {
        long profile = admin.createProfile(number(), "Stopped", null);
        admin.optIn(profile, path);
        admin.stop(profile);

        var refused = admin.api.send(
                "POST",
                "/profiles/" + profile + "/opt-in",
                json().add("optInPathId", path).add("source", "API").build());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(admin.api.get("/profiles/" + profile).getString("status")).isEqualTo("OPTED_OUT");
    }

    @Test
    @DisplayName("S13 a wrong opt-in field name: the run fails clearly, nothing is half-done, the change waits")
    void aWrongFieldFailsTheRun() {
        String phone = number();
        admin.optIn(admin.createProfile(phone, "Waits", "waits" + phone.substring(1) + "@example.org"), path);
        organisation.settings("{\"optInField\": \"Renamed__c\"}");

        JsonObject failed = admin.run(integration, "PUSH");
        organisation.settings("{\"optInField\": \"Mobile_Subscriber__c\"}");

        assertThat(failed.getString("state")).isEqualTo("FAILED");
        assertThat(failed.getString("message")).contains("Mobile_Subscriber__c");
        assertThat(organisation.contacts("?phone=" + phone.substring(2))).isEmpty();
        assertThat(outcomes(admin.run(integration, "PUSH"))).isEqualTo(Map.of("CONTACT_CREATED", 1));
        only(phone);
    }

    /** A number that nobody had before. */
    private static String number() {
        return "+1212555" + String.format("%04d", NEXT_NUMBER.getAndIncrement());
    }

    /** The one living contact with the number. */
    private static JsonObject only(String phone) {
        var contacts = organisation.contacts("?phone=" + phone.substring(2));
        assertThat(contacts).as("contacts with " + phone).hasSize(1);
        return contacts.getJsonObject(0);
    }

    private static String constituentId(long profile) {
        return admin.api
                .get("/profiles/" + profile)
                .getJsonObject("constituentIds")
                .getString("" + integration);
    }
}
