package org.mobiledatasync.simulator.control;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.mobiledatasync.simulator.http.Answer;
import org.mobiledatasync.simulator.http.ApiError;
import org.mobiledatasync.simulator.http.Request;
import org.mobiledatasync.simulator.organisation.Contact;
import org.mobiledatasync.simulator.organisation.ContactSchema;
import org.mobiledatasync.simulator.organisation.ContactWrites;
import org.mobiledatasync.simulator.organisation.Field;
import org.mobiledatasync.simulator.organisation.Organisation;
import org.mobiledatasync.simulator.organisation.RowResult;
import org.mobiledatasync.simulator.organisation.SalesforceId;
import org.mobiledatasync.simulator.rest.RecordInput;
import org.mobiledatasync.simulator.rest.RecordJson;

/** Contacts as the people working in the organisation see and change them. */
final class ContactsControl {

    private final Organisation organisation;

    ContactsControl(Organisation organisation) {
        this.organisation = organisation;
    }

    Answer all(Request request) {
        return switch (request.method()) {
            case "GET" -> list(request);
            case "POST" -> add(request);
            case "DELETE" -> {
                organisation.clear();
                yield Answer.empty(204);
            }
            default -> throw ApiError.notFound();
        };
    }

    Answer one(Request request, String id) {
        return switch (request.method()) {
            case "GET" -> read(id);
            case "PATCH" -> {
                RecordInput input = new RecordInput(organisation.schema());
                Map<Field, Object> changes = input.valuesOf(Order.of(request).json());
                yield done(writes -> writes.update(id, changes));
            }
            case "DELETE" -> request.parameter("forever").isPresent() ? deleteForever(id) : delete(id);
            default -> throw ApiError.notFound();
        };
    }

    private Answer delete(String id) {
        return done(writes -> writes.delete(id));
    }

    /** Also out of the bin, in which it may lie already. */
    private Answer deleteForever(String id) {
        return done(writes -> {
            writes.delete(id);
            return writes.purge(id);
        });
    }

    /** Takes {@code id} out of the bin. */
    Answer undelete(Order order) {
        String id = order.text("id");
        return done(writes -> writes.undelete(id));
    }

    /** Merges {@code losers} into {@code survivor}. */
    Answer merge(Order order) {
        String survivor = order.text("survivor");
        List<String> losers = order.texts("losers");
        return done(writes -> {
            RowResult result = writes.merge(survivor, losers);
            if (!result.isSuccess()) {
                writes.rollBack();
            }
            return result;
        });
    }

    private Answer list(Request request) {
        Predicate<Contact> wanted = filter(request);
        boolean unseenToo = request.parameter("unseen").isPresent();
        List<Contact> found = (unseenToo ? organisation.latest() : organisation.snapshot())
                .stream().filter(wanted).toList();
        return Answer.jsonStream(200, json -> {
            json.writeStartArray();
            found.forEach(contact -> write(json, contact));
            json.writeEnd();
        });
    }

    private Predicate<Contact> filter(Request request) {
        boolean withDeleted = request.parameter("deleted").isPresent();
        Predicate<Contact> filter = contact -> withDeleted || !contact.isDeleted();
        for (Field field : organisation.schema().fields()) {
            Optional<String> wanted = request.parameter(field.name());
            if (wanted.isPresent()) {
                filter = filter.and(contact -> wanted.get().equals(text(contact, field)));
            }
        }
        Optional<String> phone = request.parameter("phone").map(ContactsControl::digits);
        Field mobile = organisation.schema().find("MobilePhone").orElseThrow();
        return phone.isEmpty() ? filter : filter.and(contact -> phone.get().equals(digits(text(contact, mobile))));
    }

    private Answer read(String id) {
        Contact contact = SalesforceId.canonical(id).flatMap(organisation::find).orElseThrow(ApiError::notFound);
        return Answer.jsonStream(200, json -> write(json, contact));
    }

    private Answer add(Request request) {
        List<Map<Field, Object>> contacts =
                Order.all(request).stream().map(this::values).toList();
        List<String> ids = organisation.write(
                Duration.ZERO, writes -> contacts.stream().map(writes::load).toList());
        return Answer.json(
                200,
                Json.createObjectBuilder()
                        .add("ids", Json.createArrayBuilder(ids))
                        .build());
    }

    private Map<Field, Object> values(Order contact) {
        ContactSchema schema = organisation.schema();
        Map<Field, Object> values = new RecordInput(schema).valuesOf(contact.json());
        contact.optionalText("Id")
                .map(id -> SalesforceId.ofContact(id)
                        .orElseThrow(() -> new IllegalArgumentException("not the id of a Contact: " + id)))
                .ifPresent(id -> values.put(schema.id(), id));
        return values;
    }

    private Answer done(Function<ContactWrites, RowResult> write) {
        RowResult result = organisation.write(Duration.ZERO, write);
        if (result.isSuccess()) {
            return Answer.empty(204);
        }
        throw ApiError.badRequest(
                result.errors().get(0).statusCode(), result.errors().get(0).message());
    }

    private void write(JsonGenerator json, Contact contact) {
        json.writeStartObject();
        RecordJson.writeFields(json, contact, organisation.schema().fields());
        json.writeEnd();
    }

    private static String text(Contact contact, Field field) {
        Object value = contact.value(field);
        return value == null ? "" : RecordJson.text(value);
    }

    /** The digits of a number as people type it, without the country code of the United States. */
    private static String digits(String phone) {
        String digits = phone.replaceAll("\\D", "");
        return digits.length() == 11 && digits.startsWith("1") ? digits.substring(1) : digits;
    }
}
