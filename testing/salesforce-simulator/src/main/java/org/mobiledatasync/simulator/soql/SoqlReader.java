package org.mobiledatasync.simulator.soql;

import java.util.List;
import org.mobiledatasync.simulator.http.ApiError;
import org.mobiledatasync.simulator.organisation.ContactSchema;
import org.mobiledatasync.simulator.organisation.Field;

/** Goes through the words of a query and words the refusals as Salesforce does. */
final class SoqlReader {

    private static final int SHOWN_BEFORE = 40;

    private final String soql;
    private final ContactSchema schema;
    private final List<SoqlToken> tokens;
    private int next;

    SoqlReader(String soql, ContactSchema schema) {
        this.soql = soql;
        this.schema = schema;
        this.tokens = new SoqlLexer(soql).tokens();
    }

    SoqlToken peek() {
        return tokens.get(next);
    }

    SoqlToken take() {
        SoqlToken token = tokens.get(next);
        if (token.kind() != SoqlToken.Kind.END) {
            next++;
        }
        return token;
    }

    boolean accept(String word) {
        if (!peek().is(word)) {
            return false;
        }
        next++;
        return true;
    }

    void expect(String word) {
        if (!accept(word)) {
            throw unexpected(peek());
        }
    }

    SoqlToken name() {
        return ofKind(SoqlToken.Kind.NAME);
    }

    long number() {
        SoqlToken token = ofKind(SoqlToken.Kind.NUMBER);
        if (token.text().matches("\\d{1,9}")) {
            return Long.parseLong(token.text());
        }
        throw unexpected(token);
    }

    void end() {
        if (peek().kind() != SoqlToken.Kind.END) {
            throw unexpected(peek());
        }
    }

    Field field(SoqlToken name) {
        return schema.find(name.text().replaceFirst("(?i)^Contact\\.", ""))
                .orElseThrow(() -> ApiError.badRequest(
                        "INVALID_FIELD",
                        pointAt(name) + "\nNo such column '" + name.text()
                                + "' on entity 'Contact'. If you are attempting to"
                                + " use a custom field, be sure to append the '__c' after the custom field name. Please"
                                + " reference your WSDL or the describe call for the appropriate names."));
    }

    ApiError unknownType(SoqlToken type) {
        return ApiError.badRequest(
                "INVALID_TYPE",
                pointAt(type) + "\nsObject type '" + type.text()
                        + "' is not supported. If you are attempting to use a custom"
                        + " object, be sure to append the '__c' after the entity name. Please reference your WSDL or"
                        + " the describe call for the appropriate names.");
    }

    ApiError unexpected(SoqlToken token) {
        return ApiError.badRequest("MALFORMED_QUERY", pointAt(token) + "\nunexpected token: " + token.shown());
    }

    private SoqlToken ofKind(SoqlToken.Kind kind) {
        if (peek().kind() != kind) {
            throw unexpected(peek());
        }
        return take();
    }

    private String pointAt(SoqlToken token) {
        int from = Math.max(0, token.at() - SHOWN_BEFORE);
        int to = Math.min(soql.length(), token.at() + SHOWN_BEFORE);
        String shown = soql.substring(from, to).replaceAll("\\s", " ");
        return "\n" + shown + "\n" + " ".repeat(token.at() - from) + "^\nERROR at Row:1:Column:" + (token.at() + 1);
    }
}
