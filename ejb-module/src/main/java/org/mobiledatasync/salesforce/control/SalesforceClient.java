package org.mobiledatasync.salesforce.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Salesforce's REST API, as far as the syncs need it.
 *
 * <p>Each method is one call, or one per page of a query. Faults of single contacts are results; faults of the call are
 * thrown as {@link SalesforceFault}.
 */
@ApplicationScoped
public class SalesforceClient {
    /** The most contacts that one call may write. */
    public static final int MOST_PER_CALL = 200;

    // Json.createReader and the like look the provider up anew, in every jar, at every call.
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(null);
    private static final JsonReaderFactory READERS = Json.createReaderFactory(null);
    private static final String DATA = "/services/data/v" + SoapSignIn.VERSION;

    private SalesforceHttp http;
    private SalesforceSessions sessions;
    private RetryPolicy retry;

    protected SalesforceClient() {}

    @Inject
    public SalesforceClient(SalesforceHttp http, SalesforceSessions sessions, RetryPolicy retry) {
        this.http = http;
        this.sessions = sessions;
        this.retry = retry;
    }

    /** All rows of a query, page by page. */
    public List<JsonObject> query(SalesforceAccount account, String soql, CallCounter counter) {
        return rows(account, "/query?q=", soql, counter);
    }

    /** All rows of a query, those in the bin too: deleted ones, and ones that were merged into others. */
    public List<JsonObject> queryAll(SalesforceAccount account, String soql, CallCounter counter) {
        return rows(account, "/queryAll?q=", soql, counter);
    }

    private List<JsonObject> rows(SalesforceAccount account, String resource, String soql, CallCounter counter) {
        List<JsonObject> rows = new ArrayList<>();
        String page = DATA + resource + URLEncoder.encode(soql, StandardCharsets.UTF_8);
        while (page != null) {
            JsonObject answer = get(account, page, counter, true).asJsonObject();
            rows.addAll(answer.getJsonArray("records").getValuesAs(JsonObject.class));
            page = answer.getBoolean("done") ? null : answer.getString("nextRecordsUrl");
        }
        return rows;
    }

    /** The fields of Contact, as Salesforce describes them to this user. */
    public List<JsonObject> describeContact(SalesforceAccount account, CallCounter counter) {
        return get(account, DATA + "/sobjects/Contact/describe", counter, false)
                .asJsonObject()
                .getJsonArray("fields")
                .getValuesAs(JsonObject.class);
    }

    /** Updates up to 200 contacts; doing it twice does no harm, so it is tried again when that can help. */
    public List<WriteResult> update(SalesforceAccount account, List<ContactWrite> contacts, CallCounter counter) {
        return retry.call(new RepeatedWrite<>(() -> write(account, "PATCH", "", contacts, counter)));
    }

    /** Creates up to 200 contacts. Never tried again here: a lost answer leaves it unknown who was made (R5.5). */
    public List<WriteResult> create(SalesforceAccount account, List<ContactWrite> contacts, CallCounter counter) {
        return write(account, "POST", "", contacts, counter);
    }

    /**
     * Creates up to 200 contacts, each unless one with the same external id is there: that one gets the values. Never
     * tried again here, as {@link #create}.
     *
     * @param field the API name of the external id field, which each contact carries among its texts
     * @throws SalesforceFault INVALID_FIELD when there is no such external id field
     */
    public List<WriteResult> upsert(
            SalesforceAccount account, String field, List<ContactWrite> contacts, CallCounter counter) {
        try {
            return write(account, "PATCH", "/Contact/" + field, contacts, counter);
        } catch (SalesforceFault fault) {
            if (fault.code() == FaultCode.NOT_FOUND) {
                throw SalesforceFault.of(
                        FaultCode.INVALID_FIELD, "contacts have no external id field " + field + " for this user");
            }
            throw fault;
        }
    }

    private JsonStructure get(SalesforceAccount account, String path, CallCounter counter, boolean movesRecords) {
        return retry.call(() -> sessions.with(account, counter, session -> {
            if (!movesRecords) {
                counter.countOther();
            }
            return read(http.send(request(session, path).GET().build(), BodyHandlers.ofString(), counter));
        }));
    }

    private List<WriteResult> write(
            SalesforceAccount account, String method, String key, List<ContactWrite> contacts, CallCounter counter) {
        String body = body(contacts).toString();
        JsonArray results = sessions.with(account, counter, session -> read(http.send(
                        request(session, DATA + "/composite/sobjects" + key)
                                .header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString(),
                        counter))
                .asJsonArray());
        if (results.size() != contacts.size()) {
            throw SalesforceFault.answerLost(
                    "the answer speaks of " + results.size() + " contacts, not of " + contacts.size(), null);
        }
        List<WriteResult> written = new ArrayList<>();
        for (int i = 0; i < contacts.size(); i++) {
            written.add(result(results.getJsonObject(i), contacts.get(i), method.equals("POST")));
        }
        return written;
    }

    private static JsonObject body(List<ContactWrite> contacts) {
        JsonArrayBuilder records = BUILDERS.createArrayBuilder();
        for (ContactWrite contact : contacts) {
            JsonObjectBuilder record = BUILDERS.createObjectBuilder()
                    .add("attributes", BUILDERS.createObjectBuilder().add("type", "Contact"));
            if (contact.contactId() != null) {
                record.add("id", contact.contactId());
            }
            contact.texts().forEach(record::add);
            contact.flags().forEach(record::add);
            records.add(record);
        }
        return BUILDERS.createObjectBuilder()
                .add("allOrNone", false)
                .add("records", records)
                .build();
    }

    private static WriteResult result(JsonObject result, ContactWrite asked, boolean creates) {
        if (result.getBoolean("success")) {
            String id = SalesforceId.ofContact(result.getString("id", asked.contactId()))
                    .orElseThrow(() -> SalesforceFault.answerLost("a written contact came back without its id", null));
            return new WriteResult(id, result.getBoolean("created", creates), null, null);
        }
        JsonObject error = result.getJsonArray("errors").getJsonObject(0);
        String code = error.getString("statusCode", error.getString("errorCode", ""));
        return new WriteResult(null, false, FaultCode.of(code), code + ": " + error.getString("message", ""));
    }

    private static HttpRequest.Builder request(SalesforceSession session, String path) {
        URI address = session.instance().resolve(path);
        if (!address.getAuthority().equals(session.instance().getAuthority())) {
            throw SalesforceFault.of(FaultCode.HOST_UNKNOWN, "an answer leads to another host");
        }
        return HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + session.id())
                .header("Accept", "application/json");
    }

    private static JsonStructure read(HttpResponse<String> response) {
        boolean json = response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("application/json"))
                .isPresent();
        int status = response.statusCode();
        if (!json) {
            throw SalesforceFault.of(
                    status == 401 ? FaultCode.INVALID_SESSION_ID : FaultCode.GATEWAY,
                    "status " + status + " without data");
        }
        try (var reader = READERS.createReader(new StringReader(response.body()))) {
            JsonStructure answer = reader.read();
            if (status / 100 == 2) {
                return answer;
            }
            throw fault(status, answer);
        } catch (JsonException cutOff) {
            throw SalesforceFault.answerLost("status " + status + " with data that can't be read", cutOff);
        }
    }

    private static SalesforceFault fault(int status, JsonStructure answer) {
        JsonObject error = answer.getValueType() == JsonValue.ValueType.ARRAY
                ? answer.asJsonArray().getValuesAs(JsonObject.class).stream()
                        .findFirst()
                        .orElse(JsonValue.EMPTY_JSON_OBJECT)
                : answer.asJsonObject();
        String code = error.getString("errorCode", error.getString("error", ""));
        FaultCode known = FaultCode.of(code);
        if (known == FaultCode.OTHER && status >= 500) {
            known = FaultCode.UNKNOWN_EXCEPTION;
        } else if (known == FaultCode.OTHER && status == 401) {
            known = FaultCode.INVALID_SESSION_ID;
        }
        return SalesforceFault.of(known, code + ": " + error.getString("message", ""));
    }
}
