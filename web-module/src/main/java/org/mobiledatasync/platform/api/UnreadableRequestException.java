package org.mobiledatasync.platform.api;

import java.util.List;

/** A request says something that cannot be read: a 400 that names the field. */
final class UnreadableRequestException extends RuntimeException {

    private final String field;

    UnreadableRequestException(String field, String message) {
        super(message);
        this.field = field;
    }

    Problem problem() {
        return Problem.ofFields(400, getMessage(), List.of(new Problem.FieldError(field, getMessage())));
    }
}
