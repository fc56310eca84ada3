package org.mobiledatasync.sync.entity;

/**
 * The class in which a record of a run ends (R8). Declared from strongest to weakest: a record that got several effects
 * counts once, in the strongest (R8.2).
 *
 * <p>Creating a profile includes its first subscription: such a record is {@link #PROFILE_CREATED}, not
 * {@link #OPTED_IN_CRM}, which is for people whom we knew before.
 */
public enum Outcome {
    VALIDATION_ERROR(true),
    PROCESSING_ERROR(true),
    UNABLE_TO_UPDATE(true),
    SKIPPED_MEMBERS(true),
    FIELD_CONFLICT(true),
    RE_SUBSCRIBE_BLOCKED(true),
    OPTED_OUT_CRM(false),
    OPT_OUT_EXPORTED(false),
    PROFILE_CREATED(false),
    CONTACT_CREATED(false),
    OPTED_IN_CRM(false),
    OPT_IN_EXPORTED(false),
    DEFERRED_SUBSCRIPTION(false),
    PROFILE_AND_CONTACT_UPDATED(false),
    PROFILE_UPDATED(false),
    CONTACT_UPDATED(false),
    NO_IMPORT(false),
    NO_EXPORT(false),
    NO_DIFFERENCE(false),
    NO_NEW_CHANGES(false);

    private final boolean forPerson;

    Outcome(boolean forPerson) {
        this.forPerson = forPerson;
    }

    /** Whether a person should look at the record. */
    public boolean needsAttention() {
        return forPerson;
    }

    /** The stronger of two (R8.2). */
    public Outcome or(Outcome other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
