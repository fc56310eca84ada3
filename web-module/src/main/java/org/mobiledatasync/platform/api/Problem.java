package org.mobiledatasync.platform.api;

import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mobiledatasync.platform.entity.InvalidInputException;

/**
 * A refusal as a problem document (RFC 9457, {@code application/problem+json}).
 *
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what is wrong, a sentence for a person
 * @param errors the fields that have to change; {@code null} when it is not about fields
 * @param incident the number under which the log tells more; {@code null} unless the fault is ours
 */
public record Problem(String title, int status, String detail, List<FieldError> errors, String incident) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** One field, by its name in the JSON document, and what is wrong with it. */
    public record FieldError(String field, String message) {}

    public static Problem of(int status, String detail) {
        return new Problem(title(status), status, detail, null, null);
    }

    static Problem ofFields(int status, String detail, List<FieldError> errors) {
        return new Problem(title(status), status, detail, errors, null);
    }

    static Problem of(InvalidInputException e) {
        var errors = e.problems().stream()
                .map(problem -> new FieldError(problem.field(), problem.message()))
                .toList();
        return ofFields(422, e.getMessage(), errors);
    }

    static Problem ofIncident(String incident) {
        var detail = "The server failed. The log tells more under incident " + incident + ".";
        return new Problem(title(500), 500, detail, null, incident);
    }

    private static String title(int status) {
        if (status == 422) {
            return "Unprocessable Content"; // not among the constants of Jakarta REST
        }
        var known = Response.Status.fromStatusCode(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }

    Response toResponse() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }

    /** For refusals outside the resources. */
    public void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.getOutputStream().write(JsonbBuilder.create().toJson(this).getBytes(StandardCharsets.UTF_8));
    }
}
