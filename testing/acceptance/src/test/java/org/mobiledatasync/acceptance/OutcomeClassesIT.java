package org.mobiledatasync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.acceptance.Administrator.json;
import static org.mobiledatasync.acceptance.Administrator.outcomes;
import static org.mobiledatasync.acceptance.ExportText.header;
import static org.mobiledatasync.acceptance.ExportText.line;
import static org.mobiledatasync.acceptance.ExportText.row;
import static org.mobiledatasync.acceptance.ExportText.with;
import static org.mobiledatasync.acceptance.ReportedRecords.table;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.mobiledatasync.demo.ReportMappings;

/**
 * One person for every class of section 8 and every reason not to import, export or pair, each named after it. The first
 * night makes the pairs; then both sides change, and a second night and a five-minute sync report what became of whom.
 */
@TestMethodOrder(OrderAnnotation.class)
class OutcomeClassesIT {
    private static final ReportedRecords REPORT = new ReportedRecords();
    private static final Map<String, String> CONTACTS = new HashMap<>();
    private static final String FORMULA = "=1+1";

    private static int nextNumber = 1000;
    private static Organisation organisation;
    private static Server server;
    private static Administrator admin;
    private static long integration;
    private static long path;

    @BeforeAll
    static void start() {
        organisation = new Organisation();
        server = Server.startFresh("outcome-classes", organisation.origin());
        admin = new Administrator(server.api());
        path = admin.optInPath("Alerts");
        integration = admin.integration(
                organisation, json().add("webOptInPathId", path).add("defaultLastName", ""));
        admin.api.put("/integrations/" + integration + "/mappings", requiringTheState());
        admin.api.put(
                "/integrations/" + integration + "/opt-in-path-rules",
                Json.createArrayBuilder()
                        .add(json().add("heading", "Group")
                                .add("value", "Volunteers")
                                .add("optInPathId", admin.doubleOptInPath("Volunteers")))
                        .build());
        admin.activate(integration);
        push();
    }

    @AfterAll
    static void stop() {
        server.close();
        organisation.close();
    }

    @AfterEach
    void noFaults() {
        organisation.noFaults();
    }

    @Test
    @Order(1)
    @DisplayName("R8 the first night: a new person is Profile Created, also when it is asked first")
    void firstNight() {
        for (String person : List.of(
                "Updated",
                "Sent",
                "Both",
                "Left",
                "Conflict",
                "Same",
                "Other",
                "TooLong",
                "Stopped",
                "Refused",
                "NewNumber",
                "Moves",
                "Contradicts",
                "LeftUnread",
                "StopsNow",
                "TakenNumber")) {
            contact(person, number(), contact -> {});
        }
        contact("Asked", number(), contact -> contact.add("Group__c", "Volunteers"));

        JsonObject run = nightly();

        assertThat(outcomes(run)).isEqualTo(Map.of("PROFILE_CREATED", 17));
        assertThat(status("Asked")).isEqualTo("NO_SUBSCRIPTIONS");
        assertThat(status("Same")).isEqualTo("ACTIVE_SUBSCRIBER");
    }

    @Test
    @Order(2)
    @DisplayName("R8 R2.3 R3.8 R4 every class and reason of a night, with what changed from what to what")
    void secondNight() {
        String export = changesOfADay();
        organisation.fault(json().add("kind", "file")
                .add("on", "report")
                .add("text", export)
                .build()
                .toString());
        organisation.fault(json().add("kind", "row-error")
                .add("on", "update")
                .add("contactId", CONTACTS.get("Refused"))
                .add("statusCode", "FIELD_CUSTOM_VALIDATION_EXCEPTION")
                .add("message", "No such city")
                .build()
                .toString());

        JsonObject run = nightly();

        assertThat(REPORT.lines(records(run))).containsExactlyElementsOf(table(SECOND_NIGHT));
        assertThat(run.getString("state")).isEqualTo("COMPLETED_WITH_ERRORS");
        balances(run);
        exports(run);
        assertThat(status("Stopped")).isEqualTo("OPTED_OUT");
        assertThat(status("Left")).isEqualTo("OPTED_OUT");
        assertThat(status("LeftUnread")).as("R4.2").isEqualTo("OPTED_OUT");
        assertThat(organisation.contact(CONTACTS.get("Stopped")).getBoolean("Mobile_Subscriber__c"))
                .as("R4.3")
                .isFalse();
    }

    private static final String SECOND_NIGHT =
            """
            Created       | PROFILE_CREATED             | CREATED                | A profile was made from the contact. | PROFILE constituent_id >(id), PROFILE opt_in_status >true, PROFILE address_city >Rome, PROFILE profile_last_name >=1+1, PROFILE state >NY
            NewNumber     | PROFILE_CREATED             | CREATED_ON_NEW_NUMBER  | The contact's number changed: a profile was made for the new number. | PROFILE constituent_id >(id), PROFILE opt_in_status >true, PROFILE address_city >Rome, PROFILE profile_last_name >NewNumber, PROFILE state >NY
            Updated       | PROFILE_UPDATED             | UPDATED                | Changed values were brought over. | PROFILE address_city Rome>Oslo
            Linked        | PROFILE_UPDATED             | LINKED                 | The profile and the contact with the same number are now one pair. Changed values were brought over. | PROFILE constituent_id >(id), PROFILE address_city >Rome
            Moves         | PROFILE_UPDATED             | MOVED_TO_NEW_NUMBER    | The contact's number changed: it is now paired with the profile of the new number. Changed values were brought over. | PROFILE constituent_id >(id), PROFILE address_city >Rome
            Both          | PROFILE_AND_CONTACT_UPDATED | UPDATED                | Changed values were brought over. | PROFILE address_city Rome>Oslo, CONTACT address_postal_code >10001
            Sent          | CONTACT_UPDATED             | UPDATED                | Changed values were brought over. | CONTACT address_city Rome>Paris
            Joins         | OPTED_IN_CRM                | OPTED_IN_BY_CRM        | The person joined through the opt-in path. The profile and the contact with the same number are now one pair. Changed values were brought over. | PROFILE constituent_id >(id), PROFILE opt_in_status >true, PROFILE address_city >Rome
            Left          | OPTED_OUT_CRM               | OPTED_OUT_IN_CRM       | The person opted out in Salesforce: the profile was opted out of every campaign. The contact has not opted in to texts in Salesforce. | PROFILE opt_in_status true>false
            LeftUnread    | OPTED_OUT_CRM               | OPTED_OUT_IN_CRM       | The person opted out in Salesforce: the profile was opted out of every campaign. The line of the export can't be read: it has not the columns of the table, or forbidden characters. | PROFILE opt_in_status true>false
            Asked         | DEFERRED_SUBSCRIPTION       | WAITING_FOR_ANSWER     | The person was asked to confirm and has not answered yet.
            AskedNow      | DEFERRED_SUBSCRIPTION       | WAITING_FOR_ANSWER     | The person was asked to confirm and has not answered yet. The profile and the contact with the same number are now one pair. Changed values were brought over. | PROFILE constituent_id >(id), PROFILE address_city >Rome
            Conflict      | FIELD_CONFLICT              | CONFLICT               | Both sides changed address_city. Nothing was moved but consent; a person has to decide. | PROFILE address_city Rome>Paris, CONTACT address_city Rome>Oslo
            Same          | NO_NEW_CHANGES              | SAME_AS_BEFORE         | Neither side changed since the last sync.
            StopsNow      | NO_NEW_CHANGES              | SAME_AS_BEFORE         | Neither side changed since the last sync.
            TakenNumber   | NO_NEW_CHANGES              | SAME_AS_BEFORE         | Neither side changed since the last sync.
            Other         | NO_DIFFERENCE               | NOTHING_SYNCED_CHANGED | The contact changed, but in nothing that is synced.
            TooLong       | UNABLE_TO_UPDATE            | VALUE_TOO_LONG         | The value of address_postal_code is longer than the profile can hold (64 characters); nothing was cut.
            Stopped       | RE_SUBSCRIBE_BLOCKED        | STOPPED_BEFORE         | This person said STOP. The opt-in in Salesforce was not followed. | CONTACT opt_in_status true>false
            Refused       | PROCESSING_ERROR            | REFUSED_BY_SALESFORCE  | Salesforce refused: FIELD_CUSTOM_VALIDATION_EXCEPTION: No such city | CONTACT address_city Rome>Paris
            Contradicts   | SKIPPED_MEMBERS             | CONTRADICTING_ROWS     | The export has several rows of this contact, and they contradict each other.
            SharedOne     | SKIPPED_MEMBERS             | SHARED_NUMBER          | More than one contact has the number (number).
            SharedTwo     | SKIPPED_MEMBERS             | SHARED_NUMBER          | More than one contact has the number (number).
            NotOptedIn    | NO_IMPORT                   | NOT_OPTED_IN           | The contact has not opted in to texts in Salesforce.
            NoState       | NO_IMPORT                   | REQUIRED_FIELD_EMPTY   | The field state is required and empty.
            Maybe         | NO_IMPORT                   | OPT_IN_NOT_READABLE    | "maybe" is neither yes nor no for the mobile opt-in.
            Landline      | NO_IMPORT                   | NOT_A_MOBILE_NUMBER    | "12" is not a mobile number.
            NoPhone       | NO_IMPORT                   | NO_PHONE               | The contact has no mobile number.
            001BadId      | NO_IMPORT                   | BAD_CONTACT_ID         | "001BadId" is not the id of a Salesforce contact.
            001Unreadable | NO_IMPORT                   | UNREADABLE_ROW         | The line of the export can't be read: it has not the columns of the table, or forbidden characters.
            """;

    /** @return the text of the export after it */
    private static String changesOfADay() {
        // Known here before their contacts: two members, and two who never subscribed.
        String linked = number();
        String target = number();
        admin.optIn(profile(linked, "Linked", null, "NY"), path);
        admin.optIn(profile(target, "Moves", null, "NY"), path);
        admin.stop(Administrator.id(profileOf("Stopped")));
        push();
        String joins = number();
        String askedNow = number();
        profile(joins, "Joins", null, "NY");
        profile(askedNow, "AskedNow", null, "NY");

        edit("Updated", "MailingCity", "Oslo");
        edit("Both", "MailingCity", "Oslo");
        edit("Conflict", "MailingCity", "Oslo");
        edit("Other", "Group__c", "Donors");
        edit("NewNumber", "MobilePhone", number());
        edit("Moves", "MobilePhone", target);
        organisation.edit(CONTACTS.get("Left"), "Mobile_Subscriber__c", JsonValue.FALSE);
        organisation.edit(CONTACTS.get("LeftUnread"), "Mobile_Subscriber__c", JsonValue.FALSE);
        organisation.edit(CONTACTS.get("Stopped"), "Mobile_Subscriber__c", JsonValue.TRUE);
        for (String person : List.of("Sent", "Conflict", "Refused")) {
            changeHere(person, "city", "Paris");
        }
        changeHere("Both", "postalCode", "10001");

        contact("Created", number(), contact -> contact.add("LastName", FORMULA));
        contact("Linked", linked, contact -> {});
        contact("Joins", joins, contact -> {});
        contact("AskedNow", askedNow, contact -> contact.add("Group__c", "Volunteers"));
        String shared = number();
        contact("SharedOne", shared, contact -> {});
        contact("SharedTwo", shared, contact -> contact.add("Mobile_Subscriber__c", false));
        contact("NotOptedIn", number(), contact -> contact.add("Mobile_Subscriber__c", false));
        // What each lacks, and then all that is looked for later: the first that applies is the reason (R8).
        for (String person : List.of("NoState", "Maybe", "Landline", "NoPhone")) {
            contact(person, number(), contact -> {});
        }
        List<String> lines = new ArrayList<>(List.of(header()));
        organisation.contacts("").getValuesAs(JsonObject.class).forEach(contact -> lines.addAll(linesOf(contact)));
        Map<String, String> nothing = row(organisation.contact(CONTACTS.get("NoPhone")));
        nothing.replaceAll((heading, value) -> "");
        lines.add(line(with(nothing, "Contact ID", "001BadId")));
        lines.add(line(with(with(nothing, "Contact ID", "001Unreadable"), "Group", "\0")));
        return ExportText.file(lines.toArray(String[]::new));
    }

    private static List<String> linesOf(JsonObject contact) {
        Map<String, String> row = row(contact);
        String person = REPORT.name(contact.getString("Id"));
        return switch (person) {
            case "Contradicts" -> List.of(line(row), line(with(row, "Mailing City", "Elsewhere")));
            case "TooLong" -> List.of(line(with(row, "Mailing Zip/Postal Code", "9".repeat(65))));
            case "LeftUnread" -> List.of(line(with(row, "Group", "\0")));
            case "NoState" -> List.of(line(lacking(row, row.get("Mobile"), "0")));
            case "Maybe" -> List.of(line(lacking(row, row.get("Mobile"), "maybe")));
            case "Landline" -> List.of(line(lacking(row, "12", "maybe")));
            case "NoPhone" -> List.of(line(lacking(row, "", "maybe")));
            default -> List.of(line(row));
        };
    }

    private static Map<String, String> lacking(Map<String, String> row, String phone, String optIn) {
        return with(with(with(row, "Mailing State/Province", ""), "Mobile", phone), "Mobile Subscriber", optIn);
    }

    @Test
    @Order(3)
    @DisplayName("R8 R5.3 R1.4 every class and reason of a five-minute sync")
    void fiveMinutes() {
        push();
        String waits = number();
        contact("Waits", waits, contact -> contact.add("Mobile_Subscriber__c", false));
        String twice = number();
        contact("TwiceOne", twice, contact -> {});
        contact("TwiceTwo", twice, contact -> {});
        contact("Spouse", number(), contact -> contact.add("Email", "family@example.org"));
        String taken = number();
        edit("TakenNumber", "MobilePhone", taken);

        long gone = profile(number(), "Gone", "gone@example.org", "NY");
        for (long profile : List.of(
                profile(waits, "Waits", null, "NY"),
                profile(number(), "Made", "made@example.org", "NY"),
                profile(number(), "NoMail", null, "NY"),
                profile(number(), null, "noname@example.org", "NY"),
                profile(number(), "NoStateHere", null, null),
                profile(twice, "Twice", null, "NY"),
                profile(number(), "Family", "family@example.org", "NY"),
                profile(taken, "Another", null, "NY"),
                gone)) {
            admin.optIn(profile, path);
        }
        admin.stop(gone);
        admin.stop(Administrator.id(profileOf("StopsNow")));

        JsonObject run = push();

        assertThat(REPORT.lines(records(run))).containsExactlyElementsOf(table(FIVE_MINUTES));
        assertThat(run.getString("state")).isEqualTo("COMPLETED");
        balances(run);
        exports(run);
    }

    private static final String FIVE_MINUTES =
            """
            StopsNow    | OPT_OUT_EXPORTED | OPT_OUT_SENT         | Salesforce was told that the person opted out. | CONTACT opt_in_status true>false
            Waits       | OPT_IN_EXPORTED  | OPT_IN_SENT          | Salesforce was told that the person opted in. | PROFILE constituent_id >(id), CONTACT opt_in_status false>true
            Made        | CONTACT_CREATED  | CONTACT_MADE         | A contact was made in Salesforce. | PROFILE constituent_id >(id), CONTACT opt_in_status >true, CONTACT Email >made@example.org, CONTACT FirstName >Contact, CONTACT LastName >Made, CONTACT LeadSource >Mobile Commons, CONTACT MailingState >NY, CONTACT MobilePhone >(number)
            NoStateHere | NO_EXPORT        | REQUIRED_FIELD_EMPTY | The field state is required and empty.
            NoMail      | NO_EXPORT        | NO_EMAIL             | Salesforce has no contact for this person, and without an e-mail address none is made.
            -           | NO_EXPORT        | NO_LAST_NAME         | Salesforce refuses a contact without a last name, and no default last name is set.
            Gone        | NO_EXPORT        | NOTHING_TO_OPT_OUT   | Salesforce has no contact for this person: nothing is to be opted out there.
            Twice       | SKIPPED_MEMBERS  | SEVERAL_CONTACTS     | More than one contact in Salesforce has this number or e-mail address.
            Family      | SKIPPED_MEMBERS  | OTHER_NUMBER         | The contact with this e-mail address has another mobile number.
            Another     | SKIPPED_MEMBERS  | CONTACT_OF_ANOTHER   | The contact in Salesforce belongs to another profile already.
            """;

    @Test
    @Order(4)
    @DisplayName("R8 Processing Error: Salesforce refuses one record, in its own words")
    void refused() {
        organisation.settings("{\"leadSources\": [\"Web\"]}");
        admin.optIn(profile(number(), "Picklist", "picklist@example.org", "NY"), path);

        JsonObject run = push();
        organisation.settings("{\"leadSources\": []}");

        assertThat(run.getString("state")).isEqualTo("COMPLETED_WITH_ERRORS");
        assertThat(run.getInt("pending"))
                .as("it waits with those skipped before")
                .isPositive();
        assertThat(REPORT.lines(records(run))).singleElement().asString().startsWith("Picklist | PROCESSING_ERROR |");
        assertThat(records(run).get(0).getString("message")).contains("Mobile Commons");
        balances(run);
    }

    @Test
    @Order(5)
    @DisplayName("R8 Validation Error: a wrong field stops the run, named, and nothing else is reported")
    void wrongField() {
        admin.configure(integration, json().add("mobileOptInField", "Mobile_Subscriber_c"));
        JsonObject run = nightly();
        admin.configure(integration, json().add("mobileOptInField", "Mobile_Subscriber__c"));

        assertThat(run.getString("state")).isEqualTo("FAILED");
        assertThat(REPORT.lines(records(run)))
                .singleElement()
                .asString()
                .contains("VALIDATION_ERROR | INVALID_FIELD |")
                .contains("Mobile_Subscriber_c");
        balances(run);
        exports(run);
    }

    /** R8.1: seen is the sum of the classes; and each class is found by the filter. */
    private static void balances(JsonObject run) {
        assertThat(run.getInt("balance")).isZero();
        Map<String, Integer> outcomes = outcomes(run);
        assertThat(outcomes.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(run.getInt("seen"))
                .isEqualTo(records(run).size());
        outcomes.forEach((outcome, count) -> assertThat(admin.records(run, "?size=500&outcome=" + outcome))
                .as(outcome)
                .hasSize(count)
                .allMatch(record -> outcome.equals(record.getString("outcome"))));
    }

    /** R8.3: the file has each record once, and no cell that a spreadsheet would run. */
    private static void exports(JsonObject run) {
        List<String> lines = admin.csv("/runs/" + Administrator.id(run) + "/records")
                .lines()
                .skip(1)
                .toList();
        List<JsonObject> records = records(run);
        assertThat(lines).hasSameSizeAs(records).noneMatch(line -> line.matches(".*(^|\",)\"[=+@-].*"));
        for (JsonObject record : records) {
            String outcome = '"' + record.getString("outcome") + "\",\"" + record.getString("reason") + '"';
            String person = record.getString("lastName", "").replaceFirst("^=", "'=");
            assertThat(lines)
                    .filteredOn(line -> line.contains('"' + record.getString("constituentId", "") + '"')
                            && line.contains('"' + person + '"'))
                    .as(person)
                    .anyMatch(line -> line.contains(outcome));
        }
    }

    private static JsonObject nightly() {
        return admin.run(integration, "NIGHTLY");
    }

    private static JsonObject push() {
        return admin.run(integration, "PUSH");
    }

    private static List<JsonObject> records(JsonObject run) {
        return admin.records(run, "?size=500");
    }

    /** A contact that is opted in and lacks nothing, but for what is changed. */
    private static void contact(String person, String phone, Consumer<JsonObjectBuilder> change) {
        JsonObjectBuilder contact = json().add("LastName", person)
                .add("MobilePhone", phone)
                .add("Mobile_Subscriber__c", true)
                .add("MailingCity", "Rome")
                .add("MailingState", "NY");
        change.accept(contact);
        String id = organisation.add(contact);
        CONTACTS.put(person, id);
        REPORT.know(id, person);
    }

    private static void edit(String person, String field, String value) {
        organisation.edit(CONTACTS.get(person), field, Json.createValue(value));
    }

    private static void changeHere(String person, String field, String value) {
        JsonObject profile = profileOf(person);
        var address = Json.createObjectBuilder(profile.getJsonObject("address")).add(field, value);
        admin.api.put(
                "/profiles/" + Administrator.id(profile),
                Json.createObjectBuilder(profile).add("address", address).build());
    }

    private static long profile(String phone, String lastName, String email, String state) {
        JsonObjectBuilder profile = json().add("phone", phone);
        if (lastName != null) {
            profile.add("lastName", lastName);
        }
        if (email != null) {
            profile.add("email", email);
        }
        if (state != null) {
            profile.add("address", json().add("state", state));
        }
        return Administrator.id(admin.api.post("/profiles", profile.build()));
    }

    private static JsonObject profileOf(String person) {
        return admin.profile(organisation.contact(CONTACTS.get(person)).getString("MobilePhone"));
    }

    private static String status(String person) {
        return profileOf(person).getString("status");
    }

    private static String number() {
        return "+1212555" + nextNumber++;
    }

    private static JsonArray requiringTheState() {
        return ReportMappings.document().getValuesAs(JsonObject.class).stream()
                .map(mapping -> Json.createObjectBuilder(mapping)
                        .add("required", "state".equals(mapping.getString("field")))
                        .build())
                .collect(Collectors.collectingAndThen(Collectors.toList(), mappings -> Json.createArrayBuilder(mappings)
                        .build()));
    }
}
