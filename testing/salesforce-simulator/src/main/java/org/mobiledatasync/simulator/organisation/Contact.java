package org.mobiledatasync.simulator.organisation;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;

/**
 * One version of one contact; a write makes a new version. A value is a String, a Boolean or an Instant, and null
 * where the field is empty: Salesforce makes no difference between an empty text and none.
 */
public final class Contact {

    private static final BitSet NOTHING = new BitSet();

    private final Object[] values;
    private final BitSet written;
    private final Instant visibleFrom;
    private final Contact before;

    private Contact(Object[] values, BitSet written, Instant visibleFrom, Contact before) {
        this.values = values;
        this.written = written;
        this.visibleFrom = visibleFrom;
        this.before = before;
    }

    static Contact created(ContactSchema schema, String id, Map<Field, Object> given, Instant now, Instant visible) {
        Object[] values = new Object[schema.fields().size()];
        for (Field field : schema.fields()) {
            values[field.position()] = field.type() == FieldType.BOOLEAN ? Boolean.FALSE : null;
        }
        values[ContactSchema.ID] = id;
        values[ContactSchema.CREATED_DATE] = now;
        stamp(values, now);
        given.forEach((field, value) -> values[field.position()] = value);
        name(values);
        return new Contact(values, NOTHING, visible, null);
    }

    Contact changed(Map<Field, Object> changes, Instant now, Instant visible) {
        int room = changes.keySet().stream().mapToInt(Field::position).max().orElse(0) + 1;
        Object[] copy = Arrays.copyOf(values, Math.max(values.length, room));
        BitSet touched = (BitSet) written.clone();
        changes.forEach((field, value) -> {
            copy[field.position()] = value;
            touched.set(field.position());
        });
        stamp(copy, now);
        name(copy);
        return new Contact(
                copy, touched, visible, seenAt(now).map(Contact::alone).orElse(null));
    }

    Contact deleted(String survivor, Instant now, Instant visible) {
        return binned(true, survivor, now, visible);
    }

    /** Out of the bin again; a merge that brought it there is forgotten. */
    Contact restored(Instant now, Instant visible) {
        return binned(false, null, now, visible);
    }

    private Contact binned(boolean deleted, String survivor, Instant now, Instant visible) {
        Object[] copy = values.clone();
        copy[ContactSchema.IS_DELETED] = deleted;
        copy[ContactSchema.MASTER_RECORD_ID] = survivor;
        stamp(copy, now);
        return new Contact(
                copy, written, visible, seenAt(now).map(Contact::alone).orElse(null));
    }

    public String id() {
        return (String) values[ContactSchema.ID];
    }

    public boolean isDeleted() {
        return Boolean.TRUE.equals(values[ContactSchema.IS_DELETED]);
    }

    /** The value of a field; null where it is empty. */
    public Object value(Field field) {
        if (field.position() < values.length) {
            return values[field.position()];
        }
        return field.type() == FieldType.BOOLEAN ? Boolean.FALSE : null;
    }

    /** True when the field was written after the contact came into the organisation. */
    public boolean wasWritten(Field field) {
        return written.get(field.position());
    }

    /** The version that queries and reports see at that moment; empty while the contact has not appeared yet. */
    Optional<Contact> seenAt(Instant moment) {
        if (!moment.isBefore(visibleFrom)) {
            return Optional.of(this);
        }
        return before == null ? Optional.empty() : before.seenAt(moment);
    }

    private Contact alone() {
        return new Contact(values, written, visibleFrom, null);
    }

    private static void stamp(Object[] values, Instant now) {
        values[ContactSchema.LAST_MODIFIED_DATE] = now;
        values[ContactSchema.SYSTEM_MODSTAMP] = now;
    }

    private static void name(Object[] values) {
        Object first = values[ContactSchema.FIRST_NAME];
        Object last = values[ContactSchema.LAST_NAME];
        values[ContactSchema.NAME] = first == null ? last : last == null ? first : first + " " + last;
    }
}
