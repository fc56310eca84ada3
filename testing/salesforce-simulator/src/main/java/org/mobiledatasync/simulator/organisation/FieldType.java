package org.mobiledatasync.simulator.organisation;

import java.util.Locale;
import java.util.Optional;

/** The types of Contact fields that the simulator knows, named as describe names them. */
public enum FieldType {
    ID,
    REFERENCE,
    STRING,
    TEXTAREA,
    PHONE,
    EMAIL,
    PICKLIST,
    BOOLEAN,
    DATETIME;

    /** The type of that name in describe, in any case. */
    public static Optional<FieldType> named(String name) {
        for (FieldType type : values()) {
            if (type.describeName().equals(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    public String describeName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True where the value is free text: compared without case, trimmed when written. */
    public boolean isText() {
        return switch (this) {
            case STRING, TEXTAREA, PHONE, EMAIL, PICKLIST -> true;
            case ID, REFERENCE, BOOLEAN, DATETIME -> false;
        };
    }

    public boolean isId() {
        return this == ID || this == REFERENCE;
    }
}
