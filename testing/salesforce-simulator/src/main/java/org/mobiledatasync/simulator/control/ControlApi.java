package org.mobiledatasync.simulator.control;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;
import org.mobiledatasync.simulator.call.Fault;
import org.mobiledatasync.simulator.http.Answer;
import org.mobiledatasync.simulator.http.ApiError;
import org.mobiledatasync.simulator.http.Request;
import org.mobiledatasync.simulator.organisation.FieldType;

/** {@code /control}: what tests and the demo do to the organisation. Its calls are neither counted nor struck. */
public final class ControlApi {

    private static final int FIELD_LENGTH = 255;

    private final Simulation simulation;
    private final ContactsControl contacts;

    public ControlApi(Simulation simulation) {
        this.simulation = simulation;
        this.contacts = new ContactsControl(simulation.organisation());
    }

    /** Answers an order; one that makes no sense is answered 400 with the reason. */
    public Answer answer(Request request) {
        try {
            List<String> steps = request.steps();
            String resource = steps.size() > 1 ? steps.get(1) : "";
            return switch (resource) {
                case "contacts" -> steps.size() > 2 ? contacts.one(request, steps.get(2)) : contacts.all(request);
                case "merge" -> contacts.merge(object(request));
                case "report" -> load(request);
                case "calls" -> calls(request);
                case "faults" -> faults(request);
                case "settings" -> settings(request);
                case "fields" -> addField(object(request));
                case "expire-sessions" -> expireSessions();
                case "reset" -> reset(object(request));
                default -> throw ApiError.notFound();
            };
        } catch (ApiError error) {
            return Answer.error(error);
        } catch (IllegalArgumentException | ClassCastException | NullPointerException | JsonException e) {
            return Answer.error(ApiError.badRequest("INVALID_ORDER", String.valueOf(e.getMessage())));
        }
    }

    private Answer load(Request request) {
        int loaded = simulation.report().load(request.text());
        return Answer.json(
                200, Json.createObjectBuilder().add("contacts", loaded).build());
    }

    private Answer calls(Request request) {
        if (request.method().equals("DELETE")) {
            simulation.calls().reset();
            return Answer.empty(204);
        }
        return Answer.json(200, simulation.calls().toJson());
    }

    private Answer faults(Request request) {
        switch (request.method()) {
            case "DELETE" -> simulation.faults().clear();
            case "POST" -> orders(request).map(Fault::ordered).toList().forEach(simulation.faults()::add);
            default -> {
                return Answer.json(200, simulation.faults().toJson());
            }
        }
        return Answer.empty(204);
    }

    private Answer settings(Request request) {
        if (!request.method().equals("GET")) {
            var organisation = simulation.organisation();
            organisation.configure(organisation.settings().with(object(request)));
        }
        return Answer.json(200, simulation.organisation().settings().toJson());
    }

    private Answer addField(JsonObject field) {
        String type = field.getString("type", "string");
        simulation
                .organisation()
                .addField(
                        field.getString("name"),
                        field.getString("label", field.getString("name")),
                        FieldType.named(type)
                                .orElseThrow(() -> new IllegalArgumentException("unknown type of field: " + type)),
                        field.getInt("length", FIELD_LENGTH),
                        field.getBoolean("externalId", false));
        return Answer.empty(204);
    }

    private Answer expireSessions() {
        simulation.sessions().expireAll();
        return Answer.empty(204);
    }

    private Answer reset(JsonObject order) {
        long seed = order.containsKey("seed") ? order.getJsonNumber("seed").longValue() : simulation.seed();
        simulation.reset(order.getInt("contacts", simulation.contacts()), seed);
        return Answer.empty(204);
    }

    private static Stream<JsonObject> orders(Request request) {
        JsonValue body = request.json();
        return body instanceof JsonArray array
                ? array.stream().map(JsonValue::asJsonObject)
                : Stream.of(body.asJsonObject());
    }

    private static JsonObject object(Request request) {
        return request.body().length == 0
                ? JsonValue.EMPTY_JSON_OBJECT
                : request.json().asJsonObject();
    }
}
