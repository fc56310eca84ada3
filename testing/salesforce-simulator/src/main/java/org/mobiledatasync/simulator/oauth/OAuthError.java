package org.mobiledatasync.simulator.oauth;

import jakarta.json.Json;
import org.mobiledatasync.simulator.http.Answer;

/** A refusal of the token endpoint. */
final class OAuthError extends RuntimeException {

    private final String error;

    OAuthError(String error, String description) {
        super(description);
        this.error = error;
    }

    Answer toAnswer() {
        return Answer.json(
                400,
                Json.createObjectBuilder()
                        .add("error", error)
                        .add("error_description", getMessage())
                        .build());
    }
}
