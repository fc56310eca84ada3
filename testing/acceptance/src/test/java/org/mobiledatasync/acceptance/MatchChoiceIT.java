package org.mobiledatasync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mobiledatasync.acceptance.Administrator.json;
import static org.mobiledatasync.acceptance.Administrator.outcomes;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Several contacts have one number: a person says whose it is, and every following run keeps to it. */
class MatchChoiceIT extends InstalledTest {
    private static final AtomicInteger NEXT_NUMBER = new AtomicInteger(100);

    @BeforeEach
    void nothingLeftOver() {
        organisation.empty();
        push();
        organisation.forgetCalls();
    }

    @Test
    @DisplayName("R1.5 the contact that was chosen gets the number; the others stay out, with their own sentence")
    void matchInThePull() {
        String phone = number();
        String one = organisation.add("One", phone, null, true);
        String two = organisation.add("Two", phone, "two@example.org", true);
        assertThat(outcomes(nightly())).isEqualTo(Map.of("SKIPPED_MEMBERS", 2));
        JsonObject asked = admin.api.get(match(phone));
        assertThat(asked.getBoolean("decided")).isFalse();
        assertThat(asked.getJsonArray("candidates").getValuesAs(JsonObject.class))
                .extracting(candidate -> candidate.getString("contactId"), candidate -> candidate.getString("lastName"))
                .containsExactlyInAnyOrder(tuple(one, "One"), tuple(two, "Two"));

        pick(phone, two);
        JsonObject run = nightly();

        assertThat(outcomes(run)).isEqualTo(Map.of("PROFILE_CREATED", 1, "SKIPPED_MEMBERS", 1));
        assertThat(admin.reasons(run, "SKIPPED_MEMBERS", "OTHER_CONTACT_CHOSEN"))
                .isEqualTo(1);
        assertThat(constituentId(phone)).isEqualTo(two);
        assertThat(outcomes(nightly())).isEqualTo(Map.of("NO_NEW_CHANGES", 1, "SKIPPED_MEMBERS", 1));

        pick(phone, one);
        assertThat(outcomes(nightly())).containsEntry("SKIPPED_MEMBERS", 1).hasSize(2);
        assertThat(constituentId(phone)).isEqualTo(one);

        pick(phone, "NONE");
        run = nightly();
        assertThat(admin.reasons(run, "SKIPPED_MEMBERS", "NO_CONTACT_CHOSEN")).isEqualTo(2);
        assertThat(admin.profile(phone).getJsonObject("constituentIds")).isEmpty();

        assertThat(admin.api.send("DELETE", match(phone), null).isOk()).isTrue();
        run = nightly();
        assertThat(admin.reasons(run, "SKIPPED_MEMBERS", "SHARED_NUMBER")).isEqualTo(2);
        assertThat(admin.api.get(match(phone)).getBoolean("decided")).isFalse();
        assertThat(admin.api
                        .send(
                                "PUT",
                                match(phone),
                                json().add("contactId", "003000000000001AAA").build())
                        .status())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("R1.5 what is not shared any more is not asked any more")
    void noLongerShared() {
        String phone = number();
        organisation.add("One", phone, null, true);
        String two = organisation.add("Two", phone, null, true);
        nightly();
        assertThat(admin.api.get(match(phone)).getJsonArray("candidates")).hasSize(2);
        organisation.edit(two, "MobilePhone", JsonValue.NULL);

        assertThat(outcomes(nightly())).isEqualTo(Map.of("PROFILE_CREATED", 1, "NO_IMPORT", 1));

        assertThat(admin.api.send("GET", match(phone), null).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("R4.1 a choice never makes a number that said STOP active again")
    void choiceIsNoConsent() {
        String phone = number();
        admin.stop(admin.createProfile(phone, "One", null));
        push();
        String one = organisation.add("One", phone, null, true);
        organisation.add("Two", phone, null, true);
        nightly();
        pick(phone, one);

        JsonObject run = nightly();

        assertThat(outcomes(run)).isEqualTo(Map.of("RE_SUBSCRIBE_BLOCKED", 1, "SKIPPED_MEMBERS", 1));
        assertThat(admin.profile(phone).getString("status")).isEqualTo("OPTED_OUT");
        assertThat(organisation.contact(one).getBoolean("Mobile_Subscriber__c")).isFalse();
    }

    @Test
    @DisplayName("R1.4 the waiting opt-in goes to the contact that was chosen, at once")
    void matchInThePush() {
        String phone = number();
        String one = organisation.add("One", phone, null, false);
        String two = organisation.add("Two", phone, null, false);
        admin.optIn(admin.createProfile(phone, "Twice", null), path);
        assertThat(outcomes(push())).isEqualTo(Map.of("SKIPPED_MEMBERS", 1));
        assertThat(outcomes(push())).as("not due before a day").isEmpty();

        pick(phone, one);

        assertThat(outcomes(push())).isEqualTo(Map.of("OPT_IN_EXPORTED", 1));
        assertThat(organisation.contact(one).getBoolean("Mobile_Subscriber__c")).isTrue();
        assertThat(organisation.contact(two).getBoolean("Mobile_Subscriber__c")).isFalse();
        assertThat(constituentId(phone)).isEqualTo(one);
    }

    @Test
    @DisplayName("R5.3 R5.5 none of them: a contact is made, once, and found again")
    void noneInThePush() {
        String phone = number();
        organisation.add("One", phone, null, false);
        organisation.add("Two", phone, null, false);
        admin.optIn(admin.createProfile(phone, "Third", "third@example.org"), path);
        push();
        pick(phone, "NONE");

        assertThat(outcomes(push())).isEqualTo(Map.of("CONTACT_CREATED", 1));
        assertThat(organisation.contacts("")).hasSize(3);
        assertThat(organisation.contact(constituentId(phone)).getString("LastName"))
                .isEqualTo("Third");
    }

    private static String number() {
        return "+1212555" + String.format("%04d", NEXT_NUMBER.getAndIncrement());
    }

    private static JsonObject nightly() {
        JsonObject run = admin.run(integration, "NIGHTLY");
        assertThat(run.getString("state")).isEqualTo("COMPLETED");
        assertThat(run.getInt("balance")).isZero();
        return run;
    }

    private static JsonObject push() {
        JsonObject run = admin.run(integration, "PUSH");
        assertThat(run.getInt("balance")).isZero();
        return run;
    }

    private static String match(String phone) {
        return "/integrations/" + integration + "/matches/" + phone;
    }

    private static void pick(String phone, String contactId) {
        admin.api.put(match(phone), json().add("contactId", contactId).build());
    }

    private static String constituentId(String phone) {
        return admin.profile(phone).getJsonObject("constituentIds").getString(String.valueOf(integration));
    }
}
