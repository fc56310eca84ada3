package org.mobiledatasync.simulator.control;

import jakarta.json.Json;
import java.nio.file.Path;
import java.util.List;
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
                case "merge" -> contacts.merge(Order.of(request));
                case "undelete" -> contacts.undelete(Order.of(request));
                case "report" -> load(request);
                case "export-file" -> exportFile(Order.of(request));
                case "calls" -> calls(request);
                case "faults" -> faults(request);
                case "settings" -> settings(request);
                case "fields" -> addField(Order.of(request));
                case "expire-sessions" -> expireSessions();
                case "reset" -> reset(Order.of(request));
                default -> throw ApiError.notFound();
            };
        } catch (ApiError error) {
            return Answer.error(error);
        } catch (IllegalArgumentException e) {
            return Answer.error(ApiError.badRequest("INVALID_ORDER", e.getMessage()));
        }
    }

    private Answer load(Request request) {
        int loaded = simulation.report().load(request.text());
        return Answer.json(
                200, Json.createObjectBuilder().add("contacts", loaded).build());
    }

    private Answer exportFile(Order order) {
        simulation.report().exportFile(Path.of(order.text("path")));
        return Answer.empty(204);
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
            case "POST" ->
                Order.all(request).stream()
                        .map(order -> Fault.ordered(order.json()))
                        .toList()
                        .forEach(simulation.faults()::add);
            default -> {
                return Answer.json(200, simulation.faults().toJson());
            }
        }
        return Answer.empty(204);
    }

    private Answer settings(Request request) {
        if (!request.method().equals("GET")) {
            var organisation = simulation.organisation();
            organisation.configure(
                    organisation.settings().with(Order.of(request).json()));
        }
        return Answer.json(200, simulation.organisation().settings().toJson());
    }

    private Answer addField(Order field) {
        String type = field.optionalText("type").orElse("string");
        String name = field.text("name");
        simulation
                .organisation()
                .addField(
                        name,
                        field.optionalText("label").orElse(name),
                        FieldType.named(type)
                                .orElseThrow(() -> new IllegalArgumentException("unknown type of field: " + type)),
                        (int) field.number("length", FIELD_LENGTH),
                        field.flag("externalId"));
        return Answer.empty(204);
    }

    private Answer expireSessions() {
        simulation.sessions().expireAll();
        return Answer.empty(204);
    }

    private Answer reset(Order order) {
        int contactCount = (int) order.number("contacts", simulation.contacts());
        simulation.reset(contactCount, order.number("seed", simulation.seed()));
        return Answer.empty(204);
    }
}
