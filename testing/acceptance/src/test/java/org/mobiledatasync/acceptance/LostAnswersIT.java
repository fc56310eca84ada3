package org.mobiledatasync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.acceptance.Administrator.json;
import static org.mobiledatasync.acceptance.Administrator.outcomes;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R5.5: whatever happens to the answer of a call that makes contacts, each person's contact exists at most once. */
class LostAnswersIT extends InstalledTest {
    private static final String KEY = "Mobile_Data_Sync_Id__c";
    private static final AtomicInteger NEXT_NUMBER = new AtomicInteger(100);

    /** Faults of the call that makes the contact, and whether it is made although no answer tells so. */
    private static final Map<String, Boolean> FAULTS = new LinkedHashMap<>(Map.of(
            "reset-before",
            false,
            "reset-after",
            true,
            "http-500-before",
            false,
            "http-500-after",
            true,
            "hang-after",
            true));

    @AfterEach
    void heal() {
        organisation.noFaults();
        admin.configure(integration, json().add("externalIdField", JsonValue.NULL));
    }

    @Test
    @DisplayName("R5.5 R4.1 a create, its answer lost in any way: never twice, and a STOP meanwhile is not lost")
    void creates() {
        Map<String, String> people = loseAnswers("create");

        people.values().forEach(phone -> admin.stop(profile(phone)));
        JsonObject run = admin.run(integration, "PUSH");

        people.forEach((fault, phone) -> {
            List<JsonObject> contacts = contacts(phone);
            if (FAULTS.get(fault)) {
                assertThat(contacts).as(fault).hasSize(1);
                assertThat(contacts.get(0).getBoolean("Mobile_Subscriber__c"))
                        .as(fault)
                        .isFalse();
            } else {
                // Whether none was made is not known for the time being: the STOP waits with the doubt.
                assertThat(contacts).as(fault).isEmpty();
            }
        });
        assertThat(outcomes(run)).isEqualTo(Map.of("OPT_OUT_EXPORTED", 3, "PROCESSING_ERROR", 2));
        assertThat(run.getInt("balance")).isZero();
    }

    @Test
    @DisplayName("R5.5 an upsert, its answer lost in any way: a person's new word makes it again at once, never twice")
    void upserts() {
        admin.configure(integration, json().add("externalIdField", KEY));
        Map<String, String> people = loseAnswers("upsert");

        comeBack(people.values());
        JsonObject run = admin.run(integration, "PUSH");

        assertThat(outcomes(run)).isEqualTo(Map.of("OPT_IN_EXPORTED", 3, "CONTACT_CREATED", 2));
        people.forEach((fault, phone) -> {
            assertThat(contacts(phone)).as(fault).hasSize(1);
            assertThat(contactOf(phone))
                    .as(fault)
                    .isEqualTo(contacts(phone).get(0).getString("Id"));
            assertThat(contacts(phone).get(0).getString(KEY)).as(fault).endsWith("-" + profile(phone));
        });
    }

    @Test
    @DisplayName("R5.5 a contact that was made, unanswered, and can't be found yet is not made again, whatever is said")
    void lateVisibility() {
        String phone = joining();
        organisation.fault("{\"kind\": \"late-visibility\", \"on\": \"create\", \"ms\": 600000}");
        organisation.fault("{\"kind\": \"reset-after\", \"on\": \"create\"}");
        admin.run(integration, "PUSH");
        organisation.noFaults();
        organisation.forgetCalls();

        comeBack(List.of(phone));
        JsonObject run = admin.run(integration, "PUSH");

        assertThat(admin.records(run, "")).singleElement().satisfies(record -> assertThat(record.getString("reason"))
                .isEqualTo("ANSWER_STILL_OUT"));
        assertThat(organisation.calls("create")).isZero();
        assertThat(run.getInt("pending")).isPositive();
    }

    @Test
    @DisplayName("R5.5 with an external id such a contact is found by Salesforce itself, and linked")
    void lateVisibilityWithExternalId() {
        admin.configure(integration, json().add("externalIdField", KEY));
        String phone = joining();
        organisation.fault("{\"kind\": \"late-visibility\", \"on\": \"upsert\", \"ms\": 600000}");
        organisation.fault("{\"kind\": \"reset-after\", \"on\": \"upsert\"}");
        admin.run(integration, "PUSH");
        for (int again = 0; again < 2; again++) {
            comeBack(List.of(phone));
            assertThat(outcomes(admin.run(integration, "PUSH"))).isEqualTo(Map.of("PROCESSING_ERROR", 1));
        }
        organisation.noFaults();

        comeBack(List.of(phone));
        JsonObject run = admin.run(integration, "PUSH");

        assertThat(outcomes(run)).isEqualTo(Map.of("OPT_IN_EXPORTED", 1));
        String contact = contactOf(phone);
        JsonObject made = organisation.contact(contact);
        assertThat(made.getString("MobilePhone")).isEqualTo(phone);
        assertThat(organisation.contacts("?" + KEY + "=" + made.getString(KEY)).size())
                .isLessThanOrEqualTo(1);
    }

    @Test
    @DisplayName("R1.4 an external id that two contacts carry: Skipped Members, nothing is changed")
    void externalIdShared() {
        admin.configure(integration, json().add("externalIdField", KEY));
        String first = joining();
        admin.run(integration, "PUSH");
        String contact = contactOf(first);
        String key = organisation.contact(contact).getString(KEY);
        organisation.delete(contact);
        admin.stop(profile(first));
        admin.run(integration, "PUSH");
        organisation.addWith(KEY, key, "Copy");
        organisation.addWith(KEY, key, "Another copy");

        comeBack(List.of(first));
        organisation.forgetCalls();
        JsonObject run = admin.run(integration, "PUSH");

        assertThat(outcomes(run)).isEqualTo(Map.of("SKIPPED_MEMBERS", 1));
        assertThat(organisation.calls("upsert")).isZero();
    }

    /** One new person per fault, whose contact is made under it. @return their numbers */
    private static Map<String, String> loseAnswers(String call) {
        Map<String, String> people = new LinkedHashMap<>();
        for (String fault : FAULTS.keySet()) {
            people.put(fault, joining());
            organisation.fault("{\"kind\": \"" + fault + "\", \"on\": \"" + call + "\", \"times\": 1, \"ms\": 1000}");
            JsonObject run = admin.run(integration, "PUSH");
            assertThat(outcomes(run)).as(fault).isEqualTo(Map.of("PROCESSING_ERROR", 1));
            assertThat(contacts(people.get(fault))).as(fault).hasSize(FAULTS.get(fault) ? 1 : 0);
            organisation.noFaults();
        }
        return people;
    }

    /** Says STOP and joins again: two new words, which are a reason to look at once. */
    private static void comeBack(Iterable<String> phones) {
        phones.forEach(phone -> {
            admin.stop(profile(phone));
            admin.optIn(profile(phone), path);
        });
    }

    /** @return the number of a new person who opted in */
    private static String joining() {
        String phone = "+1212555" + String.format("%04d", NEXT_NUMBER.getAndIncrement());
        admin.optIn(admin.createProfile(phone, "Person", "p" + phone.substring(1) + "@example.org"), path);
        return phone;
    }

    private static List<JsonObject> contacts(String phone) {
        return organisation.contacts("?phone=" + phone.substring(2)).getValuesAs(JsonObject.class);
    }

    private static long profile(String phone) {
        return Administrator.id(admin.profile(phone));
    }

    private static String contactOf(String phone) {
        return admin.api
                .get("/profiles/" + profile(phone))
                .getJsonObject("constituentIds")
                .getString("" + integration);
    }
}
