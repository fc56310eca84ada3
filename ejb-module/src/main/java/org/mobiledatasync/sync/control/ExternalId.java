package org.mobiledatasync.sync.control;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * By what a contact that we made is known again, in the field that an administrator named for it (R5.5, ADR 8).
 *
 * <p>The value is that of the profile, whatever number it has. It begins with the moment, to the microsecond, at which
 * the integration was created: two installations that write into one organisation never use the same.
 *
 * @param field the API name of the external id field
 * @param prefix what all values of an integration begin with
 */
public record ExternalId(String field, String prefix) {
    /** The most characters of a value. */
    public static final int LONGEST = 36;

    static ExternalId of(String field, OffsetDateTime integrationCreatedAt) {
        long moment = ChronoUnit.MICROS.between(OffsetDateTime.parse("1970-01-01T00:00Z"), integrationCreatedAt);
        return new ExternalId(field, "mds-" + Long.toString(moment, Character.MAX_RADIX) + "-");
    }

    String of(long profileId) {
        return prefix + profileId;
    }
}
