package org.mobiledatasync.simulator.http;

import jakarta.json.Json;
import jakarta.json.JsonStructure;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What is sent back. Immutable.
 *
 * @param status the HTTP status; {@link #NO_ANSWER} closes the connection without a word
 * @param contentType empty where there is no body
 * @param length bytes announced; {@link #UNKNOWN} sends the body in chunks. A body that turns out shorter than
 *     announced ends with the connection being cut
 * @param records how many records were read or written, for the count of calls
 */
public record Answer(int status, String contentType, Map<String, String> headers, long length, Body body, int records) {

    public static final int NO_ANSWER = 0;
    public static final long UNKNOWN = -1;
    public static final String JSON = "application/json;charset=UTF-8";
    public static final String HTML = "text/html; charset=UTF-8";

    /** Writes the body of an answer. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /** An answer without body. */
    public static Answer empty(int status) {
        return new Answer(status, "", Map.of(), 0, out -> {}, 0);
    }

    /** The connection is closed; the caller never gets an answer. */
    public static Answer none() {
        return empty(NO_ANSWER);
    }

    public static Answer redirect(String location) {
        return empty(302).with("Location", location);
    }

    public static Answer text(int status, String contentType, String text) {
        return bytes(status, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer bytes(int status, String contentType, byte[] body) {
        return new Answer(status, contentType, Map.of(), body.length, out -> out.write(body), 0);
    }

    public static Answer json(int status, JsonStructure json) {
        return text(status, JSON, json.toString());
    }

    public static Answer error(ApiError error) {
        return json(error.status(), error.toJson());
    }

    /** A JSON answer that is written as it is made, however long it is. */
    public static Answer jsonStream(int status, Consumer<JsonGenerator> writer) {
        return stream(status, JSON, out -> {
            try (JsonGenerator json = Json.createGenerator(out)) {
                writer.accept(json);
            }
        });
    }

    public static Answer stream(int status, String contentType, Body body) {
        return new Answer(status, contentType, Map.of(), UNKNOWN, body, 0);
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, contentType, more, length, body, records);
    }

    public Answer counting(int recordCount) {
        return new Answer(status, contentType, headers, length, body, recordCount);
    }

    public Answer announcing(long bytes) {
        return new Answer(status, contentType, headers, bytes, body, records);
    }
}
