package org.mobiledatasync.simulator.organisation;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The writes that one request may make, row by row. Lives only within {@link Organisation#write}; until then it can
 * take everything back.
 */
public final class ContactWrites {

    private final ContactStore contacts;
    private final ContactSchema schema;
    private final Settings settings;
    private final ContactRules rules;
    private final Instant now;
    private final Instant visibleFrom;
    private final Supplier<String> ids;
    private final Deque<Runnable> undo = new ArrayDeque<>();

    ContactWrites(
            ContactStore contacts,
            ContactSchema schema,
            Settings settings,
            Instant now,
            Instant visibleFrom,
            Supplier<String> ids) {
        this.contacts = contacts;
        this.schema = schema;
        this.settings = settings;
        this.rules = new ContactRules(schema, settings);
        this.now = now;
        this.visibleFrom = visibleFrom;
        this.ids = ids;
    }

    /** Puts a contact in as data that was always there: no rule is applied, id and dates may be given. */
    public String load(Map<Field, Object> values) {
        String id = values.get(schema.id()) instanceof String given ? given : ids.get();
        put(Contact.created(schema, id, values, now, visibleFrom));
        return id;
    }

    /** Removes every contact, as if there had been none; {@link #rollBack} does not bring them back. */
    public void clear() {
        contacts.clear();
    }

    /** Creates a contact under the rules of the organisation. */
    public RowResult create(Map<Field, Object> values, boolean allowDuplicates) {
        List<RowError> errors = new ArrayList<>(rules.creating(values));
        errors.addAll(repeated(values, ""));
        if (!errors.isEmpty()) {
            return RowResult.refused(Optional.empty(), errors);
        }
        List<String> alike = settings.duplicateRule() && !allowDuplicates ? alike(values) : List.of();
        if (!alike.isEmpty()) {
            return RowResult.refused(Optional.empty(), RowError.duplicates(alike));
        }
        String id = ids.get();
        put(Contact.created(schema, id, values, now, visibleFrom));
        return RowResult.created(id);
    }

    /** Changes a contact; {@code id} is as the caller gave it. */
    public RowResult update(String id, Map<Field, Object> changes) {
        return onLiving(id, contact -> {
            List<RowError> errors = new ArrayList<>(rules.updating(changes));
            errors.addAll(repeated(changes, contact.id()));
            if (!errors.isEmpty()) {
                return RowResult.refused(Optional.of(contact.id()), errors);
            }
            put(contact.changed(changes, now, visibleFrom));
            return RowResult.changed(contact.id());
        });
    }

    /** Moves a contact to the bin; {@code id} is as the caller gave it. */
    public RowResult delete(String id) {
        return onLiving(id, contact -> {
            put(contact.deleted(null, now, visibleFrom));
            return RowResult.changed(contact.id());
        });
    }

    /** Takes a contact out of the bin. */
    public RowResult undelete(String id) {
        return onBinned(id, contact -> {
            put(contact.restored(now, visibleFrom));
            return RowResult.changed(contact.id());
        });
    }

    /** Removes a contact from the bin for good: nothing knows its id any more. {@link #rollBack} does not undo it. */
    public RowResult purge(String id) {
        return onBinned(id, contact -> {
            contacts.remove(contact, schema);
            return RowResult.changed(contact.id());
        });
    }

    /** Deletes the losers in favour of the survivor, which counts as modified. */
    public RowResult merge(String survivor, List<String> losers) {
        return onLiving(survivor, winner -> {
            for (String loser : losers) {
                RowResult gone = onLiving(loser, contact -> {
                    put(contact.deleted(winner.id(), now, visibleFrom));
                    return RowResult.changed(contact.id());
                });
                if (!gone.isSuccess()) {
                    return gone;
                }
            }
            put(winner.changed(Map.of(), now, visibleFrom));
            return RowResult.changed(winner.id());
        });
    }

    /** The living contacts that carry a value in an external id field; compared without case. */
    public List<String> withExternalId(Field field, String value) {
        return contacts.withExternalId(field, value);
    }

    /** Takes back what this batch wrote. */
    public void rollBack() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }

    private RowResult onLiving(String id, Function<Contact, RowResult> action) {
        Optional<String> canonical = SalesforceId.ofContact(id);
        if (canonical.isEmpty()) {
            String message = "Contact ID: id value of incorrect type: " + id;
            return RowResult.refused(Optional.empty(), RowError.of("MALFORMED_ID", message, "Id"));
        }
        Optional<Contact> contact = contacts.find(canonical.get());
        if (contact.isEmpty()) {
            RowError unknown = RowError.of("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
            return RowResult.refused(canonical, unknown);
        }
        if (contact.get().isDeleted()) {
            return RowResult.refused(canonical, RowError.of("ENTITY_IS_DELETED", "entity is deleted"));
        }
        return action.apply(contact.get());
    }

    private RowResult onBinned(String id, Function<Contact, RowResult> action) {
        return SalesforceId.ofContact(id)
                .flatMap(contacts::find)
                .filter(Contact::isDeleted)
                .map(action)
                .orElseGet(() -> RowResult.refused(
                        Optional.empty(), RowError.of("UNDELETE_FAILED", "Entity is not in the recycle bin")));
    }

    private void put(Contact version) {
        Optional<Contact> replaced = contacts.put(version, schema);
        undo.push(() ->
                replaced.ifPresentOrElse(old -> contacts.put(old, schema), () -> contacts.remove(version, schema)));
    }

    /** External ids are unique in this organisation: what a write would repeat of another living contact. */
    private List<RowError> repeated(Map<Field, Object> values, String ownId) {
        List<RowError> errors = new ArrayList<>();
        for (Field field : schema.externalIds()) {
            if (values.get(field) instanceof String value) {
                contacts.withExternalId(field, value).stream()
                        .filter(id -> !id.equals(ownId))
                        .findFirst()
                        .ifPresent(id -> errors.add(RowError.of(
                                "DUPLICATE_VALUE",
                                "duplicate value found: " + field.name() + " duplicates value on record with id: " + id,
                                field.name())));
            }
        }
        return errors;
    }

    private List<String> alike(Map<Field, Object> values) {
        Map<Field, Object> telling = new HashMap<>(values);
        telling.keySet()
                .removeIf(field ->
                        field.position() != ContactSchema.EMAIL && field.position() != ContactSchema.MOBILE_PHONE);
        return contacts.all().stream()
                .filter(contact -> !contact.isDeleted())
                .filter(contact -> telling.entrySet().stream()
                        .anyMatch(entry -> same(contact.value(entry.getKey()), entry.getValue())))
                .map(Contact::id)
                .toList();
    }

    private static boolean same(Object a, Object b) {
        return a instanceof String left && b instanceof String right && left.equalsIgnoreCase(right);
    }
}
