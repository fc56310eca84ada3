package org.mobiledatasync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.acceptance.Administrator.json;
import static org.mobiledatasync.acceptance.Administrator.outcomes;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Contacts that are deleted or merged in Salesforce, and what both syncs then do. */
@TestMethodOrder(OrderAnnotation.class)
class GoneContactsIT extends InstalledTest {
    private static final String OPT_IN = "Mobile_Subscriber__c";
    private static final AtomicInteger NEXT_NUMBER = new AtomicInteger(100);

    /** The numbers of two people whom no other test knows. */
    private final String annsNumber = number();

    private final String beasNumber = number();

    @BeforeEach
    void forgetCalls() {
        organisation.forgetCalls();
    }

    @Test
    @DisplayName("R4.1 R5.1 a STOP to a merged contact reaches the survivor at the end of the chain, in the same run")
    void anOptOutFollowsAMerge() {
        String first = paired("Ann", annsNumber);
        String second = organisation.add("Anne", null, null, false);
        String last = organisation.add("Anna", null, null, true);
        organisation.merge(first, second);
        organisation.merge(second, last);
        admin.stop(profile(annsNumber));

        JsonObject run = admin.run(integration, "PUSH");

        assertThat(outcomes(run)).isEqualTo(Map.of("PROFILE_UPDATED", 1, "OPT_OUT_EXPORTED", 1));
        assertThat(run.getInt("balance")).isZero();
        assertThat(organisation.contact(last).getBoolean(OPT_IN)).isFalse();
        assertThat(contactOf(annsNumber)).isEqualTo(last);
        JsonObject moved = record(run, "MERGED_IN_SALESFORCE");
        assertThat(moved.getJsonArray("changes").toString()).contains(first).contains(last);
    }

    @Test
    @DisplayName("R6.1 finding the survivor is counted: the gone contact and the survivor, one request each")
    void followingIsCounted() {
        String contact = paired("Ann", annsNumber);
        String survivor = organisation.add("Anne", null, null, true);
        organisation.merge(contact, survivor);
        admin.stop(profile(annsNumber));
        int before = used();

        JsonObject run = admin.run(integration, "PUSH");

        assertThat(used() - before).as("one write, two reads, one write").isEqualTo(4);
        assertThat(run.getInt("quotaUsed")).isEqualTo(4);
        assertThat(organisation.calls("query"))
                .as("the contact, then what it was merged into")
                .isEqualTo(2);
    }

    @Test
    @DisplayName(
            "R1.8 R4.1 two paired contacts are merged, one of whose people said STOP: no opt-in is left, nobody is in")
    void aMergeOfTwoPairsKeepsTheOptOut() {
        String ann = paired("Ann", annsNumber);
        String bea = paired("Bea", beasNumber);
        organisation.merge(ann, bea);
        admin.stop(profile(annsNumber));

        JsonObject run = admin.run(integration, "PUSH");

        assertThat(outcomes(run)).isEqualTo(Map.of("PROCESSING_ERROR", 1, "OPTED_OUT_CRM", 1, "OPT_OUT_EXPORTED", 1));
        assertThat(record(run, "MERGED_WITH_ANOTHER").getString("phone")).isEqualTo(annsNumber);
        assertThat(record(run, "OPTED_OUT_BY_MERGE").getString("phone")).isEqualTo(beasNumber);
        assertThat(organisation.contact(bea).getBoolean(OPT_IN)).isFalse();
        assertThat(status(annsNumber)).isEqualTo("OPTED_OUT");
        assertThat(status(beasNumber)).isEqualTo("OPTED_OUT");
        assertThat(contactOf(annsNumber)).isNull();
        assertThat(contactOf(beasNumber)).isEqualTo(bea);
    }

    @Test
    @DisplayName(
            "R1.8 two paired contacts are merged, the survivor's person said STOP: it stays out, the other number its own")
    void theSurvivorsOptOutStays() {
        String ann = paired("Ann", annsNumber);
        String bea = paired("Bea", beasNumber);
        admin.stop(profile(beasNumber));
        admin.run(integration, "PUSH");
        organisation.merge(ann, bea);
        organisation.edit(bea, OPT_IN, JsonValue.TRUE);
        rename(annsNumber, "Annabel");

        JsonObject run = admin.run(integration, "NIGHTLY");
        admin.run(integration, "PUSH");

        assertThat(run.getInt("balance")).isZero();
        assertThat(record(run, "MERGED_WITH_ANOTHER").getString("phone")).isEqualTo(annsNumber);
        assertThat(organisation.contact(bea).getBoolean(OPT_IN)).isFalse();
        assertThat(status(beasNumber)).isEqualTo("OPTED_OUT");
        assertThat(status(annsNumber)).isEqualTo("ACTIVE_SUBSCRIBER");
    }

    @Test
    @DisplayName("R5.3 a STOP to a deleted contact: the pair ends, nothing is to be opted out there, both said")
    void anOptOutOfADeletedContact() {
        String contact = paired("Ann", annsNumber);
        organisation.delete(contact);
        admin.stop(profile(annsNumber));

        JsonObject run = admin.run(integration, "PUSH");

        assertThat(outcomes(run)).isEqualTo(Map.of("PROCESSING_ERROR", 1, "NO_EXPORT", 1));
        assertThat(record(run, "DELETED_IN_SALESFORCE").getString("message")).contains("deleted");
        assertThat(record(run, "NOTHING_TO_OPT_OUT").getString("phone")).isEqualTo(annsNumber);
        assertThat(contactOf(annsNumber)).isNull();
        assertThat(run.getInt("pending")).isZero();
        assertThat(contacts(annsNumber)).isZero();
    }

    @Test
    @DisplayName("R5.3 only an opt-in given after the deletion makes a contact again")
    void aFreshOptInMakesAContactAgain() {
        String contact = paired("Ann", annsNumber);
        admin.stop(profile(annsNumber));
        admin.run(integration, "PUSH");
        organisation.settings("{\"clockOffsetMs\": -5000}");
        organisation.delete(contact);
        organisation.settings("{\"clockOffsetMs\": 0}");
        admin.optIn(profile(annsNumber), path);

        JsonObject run = admin.run(integration, "PUSH");

        assertThat(outcomes(run)).isEqualTo(Map.of("PROCESSING_ERROR", 1, "CONTACT_CREATED", 1));
        assertThat(contacts(annsNumber)).isEqualTo(1);
        assertThat(contactOf(annsNumber)).isNotEqualTo(contact).isNotNull();
    }

    @Test
    @DisplayName("R5.3 an opt-in from before the deletion makes no contact again: somebody deleted it on purpose")
    void anOldOptInMakesNone() {
        String contact = paired("Ann", annsNumber);
        admin.stop(profile(annsNumber));
        admin.run(integration, "PUSH");
        admin.optIn(profile(annsNumber), path);
        organisation.settings("{\"clockOffsetMs\": 5000}");
        organisation.delete(contact);
        organisation.settings("{\"clockOffsetMs\": 0}");

        JsonObject run = admin.run(integration, "PUSH");

        assertThat(outcomes(run)).isEqualTo(Map.of("PROCESSING_ERROR", 1));
        assertThat(run.getInt("pending")).isZero();
        assertThat(contacts(annsNumber)).isZero();
        assertThat(status(annsNumber)).as("a deletion opts nobody out").isEqualTo("ACTIVE_SUBSCRIBER");
    }

    /** The last one: its change waits on. */
    @Test
    @Order(Integer.MAX_VALUE)
    @DisplayName("R4.1 a contact that Salesforce does not show, of a young pair: the pair and the STOP stay")
    void aContactThatIsNotShown() {
        String contact = paired("Ann", annsNumber);
        organisation.deleteForever(contact);
        admin.stop(profile(annsNumber));

        JsonObject run = admin.run(integration, "PUSH");

        assertThat(outcomes(run)).isEqualTo(Map.of("PROCESSING_ERROR", 1));
        assertThat(record(run, "NOT_FOUND_THIS_TIME").getString("message")).contains("INVALID_CROSS_REFERENCE_KEY");
        assertThat(run.getInt("pending")).isEqualTo(1);
        assertThat(contactOf(annsNumber)).isEqualTo(contact);
    }

    @Test
    @DisplayName(
            "R3 a field changed here, the contact merged: the nightly sync merges with the survivor as a first link")
    void aChangeHereFollowsAMerge() {
        String contact = paired("Ann", annsNumber);
        String survivor = organisation.add("Ann", null, null, true);
        organisation.merge(contact, survivor);
        move(annsNumber, "Boston");

        JsonObject run = admin.run(integration, "NIGHTLY");

        assertThat(run.getInt("balance")).isZero();
        assertThat(record(run, "MERGED_IN_SALESFORCE").getString("phone")).isEqualTo(annsNumber);
        assertThat(contactOf(annsNumber)).isEqualTo(survivor);
    }

    @Test
    @DisplayName("R1.5 a survivor in the export whose number belongs to a merged-away contact's profile is no stranger")
    void theSurvivorInTheExport() {
        String contact = paired("Ann", annsNumber);
        String survivor = organisation.add("Ann", annsNumber, null, true);
        organisation.merge(contact, survivor);
        organisation.edit(survivor, "MailingCity", Json.createValue("Albany"));

        JsonObject run = admin.run(integration, "NIGHTLY");

        assertThat(record(run, "MERGED_IN_SALESFORCE").getString("phone")).isEqualTo(annsNumber);
        assertThat(run.getInt("balance")).isZero();
        assertThat(contactOf(annsNumber)).isEqualTo(survivor);
        assertThat(admin.profile(annsNumber).getJsonObject("address").getString("city"))
                .isEqualTo("Albany");
    }

    @Test
    @DisplayName("R1.5 a row whose number belongs to a profile paired with a living contact is skipped, as ever")
    void aLivingContactIsInTheWay() {
        String contact = paired("Ann", annsNumber);
        organisation.edit(contact, "MobilePhone", Json.createValue(""));
        String other = organisation.add("Ann", annsNumber, null, true);

        JsonObject run = admin.run(integration, "NIGHTLY");

        assertThat(record(run, "SHARED_NUMBER").getString("constituentId")).isEqualTo(other);
        assertThat(contactOf(annsNumber)).isEqualTo(contact);
    }

    @Test
    @DisplayName("R1.3 a contact taken out of the bin is paired again by its number")
    void undeleted() {
        String contact = paired("Ann", annsNumber);
        organisation.delete(contact);
        rename(annsNumber, "Annabel");
        JsonObject gone = admin.run(integration, "NIGHTLY");
        assertThat(record(gone, "DELETED_IN_SALESFORCE").getString("phone")).isEqualTo(annsNumber);
        assertThat(contactOf(annsNumber)).isNull();

        organisation.undelete(contact);
        admin.run(integration, "NIGHTLY");

        assertThat(contactOf(annsNumber)).isEqualTo(contact);
        assertThat(status(annsNumber)).isEqualTo("ACTIVE_SUBSCRIBER");
    }

    @Test
    @DisplayName("R4.2 who was opted out in Salesforce just before the contact was merged away stays out")
    void anOptOutBeforeTheMerge() {
        String contact = paired("Ann", annsNumber);
        String survivor = organisation.add("Ann", annsNumber, null, true);
        organisation.edit(contact, OPT_IN, JsonValue.FALSE);
        organisation.merge(contact, survivor);

        JsonObject run = admin.run(integration, "NIGHTLY");
        admin.run(integration, "PUSH");

        assertThat(record(run, "MERGED_IN_SALESFORCE").getString("outcome")).isEqualTo("OPTED_OUT_CRM");
        assertThat(status(annsNumber)).isEqualTo("OPTED_OUT");
        assertThat(organisation.contact(survivor).getBoolean(OPT_IN)).isFalse();
    }

    /** A person whom both sides know, opted in. @return the contact's id */
    private static String paired(String name, String phone) {
        long profile = admin.createProfile(phone, name, name + phone.substring(1) + "@example.org");
        admin.optIn(profile, path);
        assertThat(outcomes(admin.run(integration, "PUSH"))).isEqualTo(Map.of("CONTACT_CREATED", 1));
        organisation.forgetCalls();
        return contactOf(phone);
    }

    private static long profile(String phone) {
        return Administrator.id(admin.profile(phone));
    }

    private static String status(String phone) {
        return admin.profile(phone).getString("status");
    }

    /** Null when the profile is paired with none. */
    private static String contactOf(String phone) {
        return admin.api
                .get("/profiles/" + profile(phone))
                .getJsonObject("constituentIds")
                .getString("" + integration, null);
    }

    private static JsonObject record(JsonObject run, String reason) {
        List<JsonObject> found = admin.records(run, "").stream()
                .filter(record -> reason.equals(record.getString("reason")))
                .toList();
        assertThat(found).as(reason + " in " + admin.records(run, "")).hasSize(1);
        return found.get(0);
    }

    private static void rename(String phone, String lastName) {
        change(phone, current -> current.add("lastName", lastName));
    }

    private static void move(String phone, String city) {
        change(phone, current -> current.add("address", json().add("city", city)));
    }

    private static void change(String phone, Consumer<JsonObjectBuilder> edit) {
        JsonObjectBuilder edited = Json.createObjectBuilder(admin.api.get("/profiles/" + profile(phone)));
        edit.accept(edited);
        admin.api.put("/profiles/" + profile(phone), edited.build());
    }

    /** How many living contacts have the number. */
    private static int contacts(String phone) {
        return organisation.contacts("?phone=" + phone.substring(2)).size();
    }

    private static String number() {
        return "+1212555" + String.format("%04d", NEXT_NUMBER.getAndIncrement());
    }

    private static int used() {
        return admin.api.get("/integrations/" + integration + "/quota").getInt("used");
    }
}
