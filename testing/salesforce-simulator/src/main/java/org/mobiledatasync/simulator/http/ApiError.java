package org.mobiledatasync.simulator.http;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** A request that is answered with one error, in the words of Salesforce. */
public final class ApiError extends RuntimeException {

    private final int status;
    private final String code;
    private final List<String> fields;

    public ApiError(int status, String code, String message, String... fields) {
        super(message);
        this.status = status;
        this.code = code;
        this.fields = List.of(fields);
    }

    public static ApiError badRequest(String code, String message) {
        return new ApiError(400, code, message);
    }

    public static ApiError notFound() {
        return new ApiError(404, "NOT_FOUND", "The requested resource does not exist");
    }

    public static ApiError sessionExpired() {
        return new ApiError(401, "INVALID_SESSION_ID", "Session expired or invalid");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** The body of a REST error: always an array. */
    public JsonArray toJson() {
        JsonObjectBuilder error = Json.createObjectBuilder();
        error.add("message", getMessage()).add("errorCode", code);
        if (!fields.isEmpty()) {
            error.add("fields", Json.createArrayBuilder(fields));
        }
        return Json.createArrayBuilder().add(error).build();
    }
}
