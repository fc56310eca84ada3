package org.mobiledatasync.sync.control;

import java.util.Optional;

/**
 * What a record lacks to be imported (R8, No Import).
 *
 * @param detail what the sentence of the reason names; null when it names nothing
 */
record ImportObstacle(Reason reason, String detail) {

    /** The first that applies; empty when the record has all that the rules require of it. */
    static Optional<ImportObstacle> of(SyncRules rules, ContactRecord contact) {
        if (contact.typedPhone().isEmpty()) {
            return Optional.of(new ImportObstacle(Reason.NO_PHONE, null));
        }
        if (contact.phone() == null) {
            return Optional.of(new ImportObstacle(Reason.NOT_A_MOBILE_NUMBER, contact.typedPhone()));
        }
        if (contact.optIn() == OptInValue.UNREADABLE) {
            return Optional.of(new ImportObstacle(Reason.OPT_IN_NOT_READABLE, contact.typedOptIn()));
        }
        return rules.fields().stream()
                .filter(field -> field.required() && !contact.values().containsKey(field.key()))
                .findFirst()
                .map(missing -> new ImportObstacle(Reason.REQUIRED_FIELD_EMPTY, missing.key()));
    }
}
