package org.mobiledatasync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.acceptance.Administrator.json;
import static org.mobiledatasync.acceptance.Administrator.outcomes;
import static org.mobiledatasync.acceptance.ExportText.header;
import static org.mobiledatasync.acceptance.ExportText.line;
import static org.mobiledatasync.acceptance.ExportText.row;
import static org.mobiledatasync.acceptance.ExportText.with;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Which way people from Salesforce join, and which texts they get. The integration is Liberal, so that an opt-in that goes
 * back to Salesforce can be seen there. It is night in New York and day in Hawaii, whenever the test runs.
 */
class OptInPathRulesIT {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static int nextNumber = 1000;
    private static ZonedDateTime morning;
    private static Organisation organisation;
    private static Server server;
    private static Administrator admin;
    private static long integration;
    private static long alerts;
    private static long volunteers;
    private static long albany;

    @BeforeAll
    static void start() {
        // Hawaii is five or six hours behind: out of a night that began an hour ago and ends in two.
        ZonedDateTime now = ZonedDateTime.now(NEW_YORK).truncatedTo(ChronoUnit.MINUTES);
        morning = now.plusHours(2);
        organisation = new Organisation();
        server = Server.start(
                Server.emptyFolder("opt-in-path-rules"),
                organisation.origin(),
                Map.of(
                        "QUIET_HOURS_START",
                        now.minusHours(1).toLocalTime().toString(),
                        "QUIET_HOURS_END",
                        morning.toLocalTime().toString()));
        admin = new Administrator(server.api());
        alerts = admin.optInPath("Alerts");
        volunteers = admin.doubleOptInPath("Volunteers");
        albany = admin.optInPath("Albany");
        integration = admin.integration(
                organisation, json().add("webOptInPathId", alerts).add("syncType", "LIBERAL"));
        volunteersFirst();
        admin.activate(integration);
    }

    @AfterAll
    static void stop() {
        server.close();
        organisation.close();
    }

    @BeforeEach
    void nothingWaits() {
        push();
        // One by one: an organisation made empty would give their ids away again, to people paired with them here.
        organisation
                .contacts("")
                .getValuesAs(JsonObject.class)
                .forEach(contact -> organisation.delete(contact.getString("Id")));
    }

    @AfterEach
    void noFaults() {
        organisation.noFaults();
    }

    @Test
    @DisplayName("R4.7 the first rule that matches wins, by heading or API field, in any case; otherwise the default")
    void firstRuleWins() {
        String both = joined("Both", "Volunteers", "Albany");
        String inLowerCase = joined("Lower", "volunteers", "");
        String byField = joined("ByField", "Donors", "Albany");
        String neither = joined("Neither", "Donors", "Rome");
        String nothing = joined("Nothing", "", "");

        assertThat(outcomes(nightly())).isEqualTo(Map.of("PROFILE_CREATED", 5));

        assertThat(paths(both)).containsExactly("Volunteers PENDING");
        assertThat(paths(inLowerCase)).containsExactly("Volunteers PENDING");
        assertThat(paths(byField)).containsExactly("Albany ACTIVE");
        assertThat(paths(neither)).containsExactly("Alerts ACTIVE");
        assertThat(paths(nothing)).containsExactly("Alerts ACTIVE");
        assertThat(texts(both)).containsExactly("CONFIRM Join Volunteers? Reply YES.");
        assertThat(texts(byField)).containsExactly("WELCOME Welcome to Albany!");
        assertThat(texts(nothing)).containsExactly("WELCOME Welcome to Alerts!");
    }

    @Test
    @DisplayName("R4.7 the same rules in another order: again the first wins")
    void otherOrder() {
        rules("MailingCity", "Albany", albany, "Group", "Volunteers", volunteers);
        String both = joined("Both", "Volunteers", "Albany");
        nightly();
        volunteersFirst();

        assertThat(paths(both)).containsExactly("Albany ACTIVE");
    }

    @Test
    @DisplayName("R1.7 R4.7 a contact of several groups is one record; a rule matches if any of its rows matches")
    void anyRow() {
        String phone = joined("Several", "Donors", "");
        Map<String, String> row = row(organisation.contacts("?LastName=Several").getJsonObject(0));
        organisation.fault(json().add("kind", "file")
                .add("on", "report")
                .add("text", ExportText.file(header(), line(row), line(with(row, "Group", "Volunteers"))))
                .build()
                .toString());

        assertThat(outcomes(nightly())).isEqualTo(Map.of("PROFILE_CREATED", 1));

        assertThat(paths(phone)).containsExactly("Volunteers PENDING");
    }

    @Test
    @DisplayName(
            "R4.5 a double opt-in is Deferred until the person says YES; then active, welcome, and told to Salesforce")
    void doubleOptIn() {
        String phone = joined("Asked", "Volunteers", "");
        nightly();
        JsonObject asked = admin.profile(phone);
        assertThat(asked.getString("status")).isEqualTo("NO_SUBSCRIPTIONS");

        JsonObject unanswered = nightly();
        assertThat(outcomes(unanswered)).isEqualTo(Map.of("DEFERRED_SUBSCRIPTION", 1));
        assertThat(admin.records(unanswered, "").get(0).getString("message"))
                .isEqualTo("The person was asked to confirm and has not answered yet.");
        assertThat(outcomes(push())).isEmpty();
        assertThat(isOptedIn(phone)).isFalse();
        assertThat(texts(phone)).as("asked once").hasSize(1);

        admin.api.post(
                "/profiles/" + Administrator.id(asked) + "/opt-in",
                json().add("optInPathId", volunteers)
                        .add("source", "KEYWORD")
                        .add("evidence", "YES")
                        .build());
        push();

        assertThat(admin.profile(phone).getString("status")).isEqualTo("ACTIVE_SUBSCRIBER");
        assertThat(paths(phone)).containsExactly("Volunteers ACTIVE");
        assertThat(isOptedIn(phone)).isTrue();
        assertThat(texts(phone))
                .containsExactlyInAnyOrder("CONFIRM Join Volunteers? Reply YES.", "WELCOME Welcome to Volunteers!");
        assertThat(outcomes(nightly())).isEqualTo(Map.of("NO_NEW_CHANGES", 1));
    }

    @Test
    @DisplayName("R4.5 R4.6 once per campaign for ever: who is or was in it gets no new subscription and no text")
    void onceForEver() {
        String phone = joined("Former", "", "");
        String contact =
                organisation.contacts("?LastName=Former").getJsonObject(0).getString("Id");
        nightly();
        push();
        assertThat(paths(phone)).containsExactly("Alerts ACTIVE");

        // Another rule, another campaign: the person joins that one, too.
        organisation.edit(contact, "MailingCity", Json.createValue("Albany"));
        assertThat(outcomes(nightly())).isEqualTo(Map.of("OPTED_IN_CRM", 1));
        assertThat(paths(phone)).containsExactlyInAnyOrder("Alerts ACTIVE", "Albany ACTIVE");
        assertThat(texts(phone)).containsExactlyInAnyOrder("WELCOME Welcome to Alerts!", "WELCOME Welcome to Albany!");

        JsonObject profile = admin.profile(phone);
        long campaign = profile.getJsonArray("subscriptions").getValuesAs(JsonObject.class).stream()
                .filter(subscription -> "Albany".equals(subscription.getString("optInPathName")))
                .findFirst()
                .orElseThrow()
                .getInt("campaignId");
        admin.api.post(
                "/profiles/" + Administrator.id(profile) + "/opt-out",
                json().add("campaignId", campaign)
                        .add("source", "KEYWORD")
                        .add("evidence", "LEAVE ALBANY")
                        .build());
        organisation.edit(contact, "Group__c", Json.createValue("Donors"));

        assertThat(outcomes(nightly())).isEqualTo(Map.of("NO_DIFFERENCE", 1));
        assertThat(paths(phone)).containsExactlyInAnyOrder("Alerts ACTIVE", "Albany OPTED_OUT");
        assertThat(texts(phone)).hasSize(2);
        assertThat(isOptedIn(phone)).as("still in the other campaign").isTrue();
    }

    @Test
    @DisplayName("R4.5 without a path that takes people in, the profile is made and nobody subscribed or texted")
    void noPath() {
        admin.configure(integration, json().addNull("webOptInPathId"));
        String phone = joined("NoPath", "", "");
        JsonObject run = nightly();
        admin.configure(integration, json().add("webOptInPathId", alerts));

        assertThat(outcomes(run)).isEqualTo(Map.of("PROFILE_CREATED", 1));
        assertThat(admin.profile(phone).getString("status")).isEqualTo("NO_SUBSCRIPTIONS");
        assertThat(texts(phone)).isEmpty();
    }

    @Test
    @DisplayName("R4.6 a Welcome waits where it is night, until the morning there, and nowhere else")
    void quietHours() {
        String newYork = number("212");
        String hawaii = number("808");
        organisation.add("Night", newYork, null, true);
        organisation.add("Day", hawaii, null, true);

        nightly();

        JsonObject night = message(newYork);
        JsonObject day = message(hawaii);
        assertThat(night.getString("state")).isEqualTo("QUEUED");
        assertThat(OffsetDateTime.parse(night.getString("notBefore")).toInstant())
                .isEqualTo(morning.toInstant());
        assertThat(OffsetDateTime.parse(day.getString("notBefore")))
                .isEqualTo(OffsetDateTime.parse(day.getString("createdAt")));
    }

    private static void volunteersFirst() {
        rules("Group", "Volunteers", volunteers, "MailingCity", "Albany", albany);
    }

    private static void rules(Object... rules) {
        var list = Json.createArrayBuilder();
        for (int i = 0; i < rules.length; i += 3) {
            list.add(json().add("heading", (String) rules[i])
                    .add("value", (String) rules[i + 1])
                    .add("optInPathId", (Long) rules[i + 2]));
        }
        admin.api.put("/integrations/" + integration + "/opt-in-path-rules", list.build());
    }

    /** A contact without an opt-in that a Liberal sync takes in. @return its number */
    private static String joined(String lastName, String group, String city) {
        String phone = number("212");
        organisation.add(json().add("LastName", lastName)
                .add("MobilePhone", phone)
                .add("Mobile_Subscriber__c", false)
                .add("Group__c", group)
                .add("MailingCity", city));
        return phone;
    }

    private static String number(String area) {
        return "+1" + area + "555" + nextNumber++;
    }

    private static JsonObject nightly() {
        return admin.run(integration, "NIGHTLY");
    }

    private static JsonObject push() {
        return admin.run(integration, "PUSH");
    }

    private static List<String> paths(String phone) {
        return admin.profile(phone).getJsonArray("subscriptions").getValuesAs(JsonObject.class).stream()
                .map(subscription -> subscription.getString("optInPathName") + " " + subscription.getString("status"))
                .toList();
    }

    private static List<JsonObject> messages(String phone) {
        return admin.api
                .get("/messages?profileId=" + Administrator.id(admin.profile(phone)))
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private static List<String> texts(String phone) {
        return messages(phone).stream()
                .map(message -> message.getString("kind") + " " + message.getString("text"))
                .toList();
    }

    private static JsonObject message(String phone) {
        assertThat(messages(phone)).hasSize(1);
        return messages(phone).get(0);
    }

    private static boolean isOptedIn(String phone) {
        return organisation
                .contacts("?phone=" + phone.substring(2))
                .getJsonObject(0)
                .getBoolean("Mobile_Subscriber__c");
    }
}
