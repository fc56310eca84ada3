package org.mobiledatasync.simulator.soql;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import org.mobiledatasync.simulator.http.ApiError;
import org.mobiledatasync.simulator.organisation.Field;
import org.mobiledatasync.simulator.organisation.FieldType;
import org.mobiledatasync.simulator.organisation.SalesforceId;

/** Reads the values that a field is compared with, and refuses those of another type. */
final class Literals {

    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter();

    private final SoqlReader reader;
    private final Field field;

    Literals(SoqlReader reader, Field field) {
        this.reader = reader;
        this.field = field;
    }

    /** The next value in the form that contacts carry; null for {@code null}. */
    Object value() {
        if (reader.accept("null")) {
            return null;
        }
        SoqlToken token = reader.take();
        return switch (field.type()) {
            case BOOLEAN -> bool(token);
            case DATETIME -> dateTime(token);
            case ID, REFERENCE -> id(token);
            default -> emptyIsNull(LikePattern.withoutWildcards(text(token)));
        };
    }

    /** As {@link #value}, for an operator that orders. */
    Object orderedValue() {
        if (field.type() == FieldType.BOOLEAN || reader.peek().is("null")) {
            throw ApiError.badRequest("INVALID_QUERY_FILTER_OPERATOR", "invalid operator on " + describe() + " field");
        }
        return value();
    }

    /** The pattern of a LIKE, for {@link LikePattern}. */
    String likeText() {
        if (!field.type().isText()) {
            throw ApiError.badRequest("INVALID_QUERY_FILTER_OPERATOR", "invalid operator on " + describe() + " field");
        }
        return text(reader.take());
    }

    private String text(SoqlToken token) {
        if (token.kind() == SoqlToken.Kind.TEXT) {
            return token.text();
        }
        if (token.kind() == SoqlToken.Kind.END || token.kind() == SoqlToken.Kind.SYMBOL) {
            throw reader.unexpected(token);
        }
        throw wrongType("string", "should be enclosed in quotes");
    }

    private Boolean bool(SoqlToken token) {
        if (token.is("true") || token.is("false")) {
            return token.is("true");
        }
        throw wrongType("boolean", "should not be enclosed in quotes");
    }

    private Instant dateTime(SoqlToken token) {
        if (token.kind() != SoqlToken.Kind.DATE_TIME || token.text().indexOf('T') < 0) {
            throw wrongType("dateTime", "should not be enclosed in quotes");
        }
        try {
            return OffsetDateTime.parse(token.text(), DATE_TIME).toInstant();
        } catch (DateTimeParseException e) {
            throw ApiError.badRequest("MALFORMED_QUERY", "invalid dateTime: " + token.text());
        }
    }

    private String id(SoqlToken token) {
        String text = text(token);
        return SalesforceId.canonical(text)
                .orElseThrow(() -> ApiError.badRequest("INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: " + text));
    }

    private ApiError wrongType(String type, String advice) {
        return ApiError.badRequest(
                "INVALID_FIELD",
                "value of filter criterion for field '" + field.name() + "' must be of type " + type + " and "
                        + advice);
    }

    private String describe() {
        return field.type().describeName();
    }

    private static String emptyIsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
