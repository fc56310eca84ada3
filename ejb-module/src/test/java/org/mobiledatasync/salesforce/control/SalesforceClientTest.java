package org.mobiledatasync.salesforce.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesforceClientTest {
    private static final ContactWrite NEW = new ContactWrite(null, Map.of("LastName", "Lee"), Map.of());

    private final SimulatedOrganisation organisation = new SimulatedOrganisation();
    private final SalesforceAccount account = organisation.account();

    @AfterEach
    void stop() {
        organisation.close();
    }

    private List<JsonObject> query(String soql) {
        return organisation.client.query(account, soql, organisation.counter);
    }

    private List<WriteResult> update(ContactWrite... contacts) {
        return organisation.client.update(account, List.of(contacts), organisation.counter);
    }

    private SalesforceFault refusedCreate(ContactWrite... contacts) {
        return catchThrowableOfType(
                SalesforceFault.class,
                () -> organisation.client.create(account, List.of(contacts), organisation.counter));
    }

    private static ContactWrite optIn(String id) {
        return new ContactWrite(id, Map.of(), Map.of("Mobile_Subscriber__c", true));
    }

    @Test
    @DisplayName("one session serves all calls, of all integrations with the same credentials one each")
    void sessionIsReused() {
        query("SELECT Id FROM Contact");
        query("SELECT Id FROM Contact");
        organisation.client.describeContact(account, organisation.counter);

        assertThat(organisation.calls("login")).isEqualTo(1);
    }

    @Test
    @DisplayName("a session that Salesforce ended is made anew, once, and the call done again")
    void sessionIsRenewed() {
        query("SELECT Id FROM Contact");
        organisation.expireSessions();
        query("SELECT Id FROM Contact");

        assertThat(organisation.calls("login")).isEqualTo(2);
    }

    @Test
    @DisplayName("a session that is refused for ever is not asked for for ever")
    void sessionIsRefused() {
        organisation.fault("{\"kind\":\"session-expired\",\"on\":\"query\"}");
        SalesforceFault fault = catchThrowableOfType(SalesforceFault.class, () -> query("SELECT Id FROM Contact"));

        assertThat(fault.code()).isEqualTo(FaultCode.INVALID_SESSION_ID);
        assertThat(organisation.calls("login")).isEqualTo(2);
        assertThat(organisation.calls("query")).isEqualTo(2);
    }

    @Test
    @DisplayName("credentials that changed get a session of their own")
    void changedCredentials() {
        query("SELECT Id FROM Contact");
        SalesforceAccount changed = organisation.account(SimulatedOrganisation.LOGIN, "other", "");
        SalesforceFault fault = catchThrowableOfType(
                SalesforceFault.class,
                () -> organisation.client.query(changed, "SELECT Id FROM Contact", organisation.counter));

        assertThat(fault.code()).isEqualTo(FaultCode.INVALID_LOGIN);
    }

    @Test
    @DisplayName("all pages of a query are read, however small Salesforce makes them")
    void paging() {
        List<String> ids = IntStream.range(0, 7)
                .mapToObj(i -> organisation.add("{\"LastName\":\"L" + i + "\"}"))
                .toList();
        organisation.fault("{\"kind\":\"small-pages\",\"size\":3}");

        assertThat(query("SELECT Id, LastName FROM Contact"))
                .extracting(row -> row.getString("Id"))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(organisation.counter.usage().max()).isEqualTo(15_000);
    }

    @Test
    @DisplayName("a wrong field name is a matter of configuration")
    void wrongField() {
        SalesforceFault fault =
                catchThrowableOfType(SalesforceFault.class, () -> query("SELECT Mobile_Subscriber_c FROM Contact"));

        assertThat(fault.code()).isEqualTo(FaultCode.INVALID_FIELD);
        assertThat(fault).hasMessageContaining("Mobile_Subscriber_c");
    }

    @Test
    @DisplayName("an update answers contact by contact, in order; one refusal does not touch the others")
    void rowErrors() {
        String ann = organisation.add("{\"LastName\":\"Lee\"}");
        String bob = organisation.add("{\"LastName\":\"Roe\"}");
        String gone = "003R000000DDMlTIAX";
        organisation.fault("{\"kind\":\"row-error\",\"contactId\":\"" + bob
                + "\",\"statusCode\":\"FIELD_CUSTOM_VALIDATION_EXCEPTION\",\"message\":\"not on Sundays\"}");

        List<WriteResult> results = update(optIn(ann), optIn(bob), optIn(gone));

        assertThat(results.get(0)).isEqualTo(new WriteResult(ann, false, null, null));
        assertThat(results.get(1))
                .isEqualTo(new WriteResult(
                        null, false, FaultCode.OTHER, "FIELD_CUSTOM_VALIDATION_EXCEPTION: not on Sundays"));
        assertThat(results.get(2).isWritten()).isFalse();
        assertThat(organisation.contact(ann).getBoolean("Mobile_Subscriber__c")).isTrue();
        assertThat(organisation.contact(bob).getBoolean("Mobile_Subscriber__c")).isFalse();
    }

    @Test
    @DisplayName("a locked row is a word about that row, which may go later")
    void rowLock() {
        String ann = organisation.add("{\"LastName\":\"Lee\"}");
        organisation.fault("{\"kind\":\"row-lock\",\"times\":1}");

        assertThat(update(optIn(ann)).get(0).code()).isEqualTo(FaultCode.UNABLE_TO_LOCK_ROW);
    }

    @ParameterizedTest
    @CsvSource({"http-503", "html-gateway", "reset-before", "reset-after", "http-500-after", "http-500-before"})
    @DisplayName("an update is tried again: twice does no harm")
    void updateIsRepeated(String kind) {
        String ann = organisation.add("{\"LastName\":\"Lee\"}");
        organisation.fault("{\"kind\":\"" + kind + "\",\"on\":\"update\",\"times\":1}");

        assertThat(update(optIn(ann)).get(0).isWritten()).isTrue();
        assertThat(organisation.calls("update")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "http-503, true",
        "request-limit, true",
        "session-expired, true",
        "html-gateway, false",
        "reset-after, false",
        "http-500-after, false",
        "http-500-before, false"
    })
    @DisplayName("R6.3 an update tells whether it surely wrote nothing")
    void failedUpdate(String kind, boolean nothing) {
        organisation.fault("{\"kind\":\"" + kind + "\",\"on\":\"update\"}");

        assertThat(refusedUpdate().hasWrittenNothing()).isEqualTo(nothing);
    }

    @ParameterizedTest
    @CsvSource({"reset-after", "http-500-after"})
    @DisplayName("R6.3 an update that may have had an effect once stays so, whatever the tries after it say")
    void earlierTry(String first) {
        organisation.fault("{\"kind\":\"" + first + "\",\"on\":\"update\",\"times\":1}");
        organisation.fault("{\"kind\":\"http-503\",\"on\":\"update\"}");
        SalesforceFault fault = refusedUpdate();

        assertThat(fault.code()).isEqualTo(FaultCode.SERVER_UNAVAILABLE);
        assertThat(fault.hasWrittenNothing()).isFalse();
        assertThat(organisation.calls("update")).as("tries").isEqualTo(4);
    }

    @Test
    @DisplayName("R6.3 no connection after a lost answer does not mean that the update never left")
    void noConnectionAfterLostAnswer() {
        query("SELECT Id FROM Contact");
        organisation.fault("{\"kind\":\"reset-after\",\"on\":\"update\",\"times\":1}");
        organisation.beforeNextTry(organisation::close);
        SalesforceFault fault = refusedUpdate();

        assertThat(fault.code()).isEqualTo(FaultCode.NO_CONNECTION);
        assertThat(fault.hasNeverLeft()).isFalse();
        assertThat(fault.hasWrittenNothing()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"html-gateway, GATEWAY", "http-503, SERVER_UNAVAILABLE", "reset-after, ANSWER_LOST"})
    @DisplayName("R6.3 R5.5 a call whose sign-in failed never left, whatever became of the sign-in")
    void signInFailed(String kind, FaultCode code) {
        organisation.fault("{\"kind\":\"" + kind + "\",\"on\":\"login\"}");
        SalesforceFault fault = refusedCreate(NEW);

        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.hasNeverLeft()).isTrue();
        assertThat(organisation.calls("create")).isZero();
    }

    private SalesforceFault refusedUpdate() {
        return catchThrowableOfType(SalesforceFault.class, () -> update(optIn("003R000000DDMlTIAX")));
    }

    @ParameterizedTest
    @CsvSource({
        "reset-after, ANSWER_LOST, 1",
        "reset-before, ANSWER_LOST, 0",
        "http-500-after, UNKNOWN_EXCEPTION, 1",
        "http-500-before, UNKNOWN_EXCEPTION, 0",
        "http-503, SERVER_UNAVAILABLE, 0",
        "html-gateway, GATEWAY, 0"
    })
    @DisplayName("R5.5 a create whose answer was lost is unknown, and never repeated")
    void createIsNeverRepeated(String kind, FaultCode code, int written) {
        query("SELECT Id FROM Contact");
        organisation.fault("{\"kind\":\"" + kind + "\",\"on\":\"create\"}");
        SalesforceFault fault = refusedCreate(NEW);

        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.remedy()).isEqualTo(FaultCode.Remedy.RETRY);
        assertThat(fault.hasNeverLeft()).isFalse();
        assertThat(organisation.calls("create")).isEqualTo(1);
        assertThat(organisation.contacts()).isEqualTo(written);
    }

    @Test
    @DisplayName("R5.5 a create that a session's end refused had no effect, and is done once with a new one")
    void createWithNewSession() {
        query("SELECT Id FROM Contact");
        organisation.expireSessions();
        List<WriteResult> made = organisation.client.create(account, List.of(NEW), organisation.counter);

        assertThat(made.get(0).contactId()).startsWith("003").hasSize(18);
        assertThat(organisation.contacts()).isEqualTo(1);
    }

    @Test
    @DisplayName("a create answers row by row: what is required and missing is said by Salesforce")
    void createRefused() {
        List<WriteResult> results = organisation.client.create(
                account,
                List.of(NEW, new ContactWrite(null, Map.of("FirstName", "Ann"), Map.of())),
                organisation.counter);

        assertThat(results.get(0).isWritten()).isTrue();
        assertThat(results.get(1).said()).contains("REQUIRED_FIELD_MISSING");
        assertThat(organisation.contacts()).isEqualTo(1);
    }

    private static final String KEY = "Mobile_Data_Sync_Id__c";

    private List<WriteResult> upsert(String field, String key) {
        ContactWrite contact = new ContactWrite(null, Map.of("LastName", "Lee", KEY, key), Map.of());
        return organisation.client.upsert(account, field, List.of(contact), organisation.counter);
    }

    @ParameterizedTest
    @CsvSource({"reset-after, 1", "reset-before, 0", "http-500-after, 1", "http-503, 0"})
    @DisplayName(
            "R5.5 an upsert whose answer was lost is not repeated here; done again later it makes no second contact")
    void upsertAgain(String kind, int written) {
        query("SELECT Id FROM Contact");
        organisation.fault("{\"kind\":\"" + kind + "\",\"on\":\"upsert\",\"times\":1}");
        SalesforceFault fault = catchThrowableOfType(SalesforceFault.class, () -> upsert(KEY, "mds-1"));

        assertThat(fault.remedy()).isEqualTo(FaultCode.Remedy.RETRY);
        assertThat(organisation.calls("upsert")).isEqualTo(1);
        assertThat(organisation.contacts()).isEqualTo(written);
        WriteResult again = upsert(KEY, "mds-1").get(0);
        assertThat(again.made()).isEqualTo(written == 0);
        assertThat(again.contactId()).startsWith("003");
        assertThat(organisation.contacts()).isEqualTo(1);
    }

    @Test
    @DisplayName("an upsert on an id that several contacts carry is a word about that row")
    void upsertOfSeveral() {
        organisation.add("{\"LastName\":\"A\",\"" + KEY + "\":\"mds-1\"}");
        organisation.add("{\"LastName\":\"B\",\"" + KEY + "\":\"mds-1\"}");

        assertThat(upsert(KEY, "mds-1").get(0).code()).isEqualTo(FaultCode.DUPLICATE_EXTERNAL_ID);
        assertThat(organisation.contacts()).isEqualTo(2);
    }

    @Test
    @DisplayName("S13 an upsert on a field that is no external id is a matter of configuration, told with its name")
    void upsertOnOtherField() {
        SalesforceFault fault = catchThrowableOfType(SalesforceFault.class, () -> upsert("Group__c", "mds-1"));

        assertThat(fault.code()).isEqualTo(FaultCode.INVALID_FIELD);
        assertThat(fault).hasMessageContaining("Group__c");
    }

    @Test
    @DisplayName("Salesforce's own limit is no fault of the configuration")
    void limit() {
        organisation.fault("{\"kind\":\"request-limit\",\"on\":\"query\"}");
        SalesforceFault fault = catchThrowableOfType(SalesforceFault.class, () -> query("SELECT Id FROM Contact"));

        assertThat(fault.remedy()).isEqualTo(FaultCode.Remedy.LIMIT);
        assertThat(organisation.calls("query")).isEqualTo(1);
    }

    @Test
    @DisplayName("R6.1 calls are counted one by one; a sign-in and a description move no record")
    void counting() {
        organisation.client.describeContact(account, organisation.counter);
        query("SELECT Id FROM Contact");

        assertThat(organisation.counter.take()).isEqualTo(3);
        assertThat(organisation.counter.takeOthers()).isEqualTo(2);
    }

    @Test
    @DisplayName("R6.1 a description that had to be asked for again is counted again")
    void countingAgain() {
        organisation.fault("{\"kind\":\"http-503\",\"on\":\"describe\",\"times\":1}");
        organisation.client.describeContact(account, organisation.counter);

        assertThat(organisation.counter.take()).isEqualTo(3);
        assertThat(organisation.counter.takeOthers()).isEqualTo(3);
    }

    @Test
    @DisplayName("no session id stands in a fault")
    void noSecrets() {
        String session =
                organisation.sessions.current(account, organisation.counter).id();
        organisation.fault("{\"kind\":\"reset-after\",\"on\":\"create\"}");
        for (Throwable cause = refusedCreate(NEW); cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain(session);
        }
    }
}
