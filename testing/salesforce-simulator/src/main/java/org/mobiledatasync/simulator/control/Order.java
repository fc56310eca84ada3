package org.mobiledatasync.simulator.control;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.mobiledatasync.simulator.http.Request;

/** The body of a control call; what is absent or of another type than asked for is said so. */
record Order(JsonObject json) {

    /** The one order of a request; none at all is an empty one. */
    static Order of(Request request) {
        return request.body().length == 0 ? new Order(JsonValue.EMPTY_JSON_OBJECT) : of(request.json());
    }

    /** The orders of a request: one, or an array of them. */
    static List<Order> all(Request request) {
        JsonValue body = request.json();
        return body instanceof JsonArray array ? array.stream().map(Order::of).toList() : List.of(of(body));
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> new IllegalArgumentException("a text is missing: " + name));
    }

    Optional<String> optionalText(String name) {
        return json.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    List<String> texts(String name) {
        if (json.get(name) instanceof JsonArray array) {
            return array.stream()
                    .map(value -> value instanceof JsonString text ? text.getString() : value.toString())
                    .toList();
        }
        throw new IllegalArgumentException("a list of texts is missing: " + name);
    }

    long number(String name, long otherwise) {
        return json.get(name) instanceof JsonNumber number ? number.longValue() : otherwise;
    }

    boolean flag(String name) {
        return json.get(name) == JsonValue.TRUE;
    }

    private static Order of(JsonValue value) {
        if (value instanceof JsonObject object) {
            return new Order(object);
        }
        throw new IllegalArgumentException("an object is expected: " + value);
    }
}
