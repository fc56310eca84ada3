package org.mobiledatasync.simulator.organisation;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The contacts by id, in the order of their creation, and by external id. Guarded by {@link Organisation}. */
final class ContactStore {

    private final Map<String, Contact> contacts = new LinkedHashMap<>();
    private final Map<Key, Set<String>> byExternalId = new HashMap<>();

    private record Key(int position, String value) {}

    Optional<Contact> find(String id) {
        return Optional.ofNullable(contacts.get(id));
    }

    Collection<Contact> all() {
        return contacts.values();
    }

    /** Puts a version in; answers the one that it replaces. */
    Optional<Contact> put(Contact version, ContactSchema schema) {
        Optional<Contact> replaced = find(version.id());
        replaced.ifPresent(old -> forget(old, schema));
        contacts.put(version.id(), version);
        for (Field field : schema.externalIds()) {
            key(version, field).ifPresent(key -> byExternalId
                    .computeIfAbsent(key, absent -> new LinkedHashSet<>())
                    .add(version.id()));
        }
        return replaced;
    }

    void remove(Contact version, ContactSchema schema) {
        forget(version, schema);
        contacts.remove(version.id());
    }

    void clear() {
        contacts.clear();
        byExternalId.clear();
    }

    /** The living contacts that carry a value in an external id field, compared without case. */
    List<String> withExternalId(Field field, String value) {
        return byExternalId.getOrDefault(new Key(field.position(), folded(value)), Set.of()).stream()
                .filter(id -> !contacts.get(id).isDeleted())
                .toList();
    }

    private void forget(Contact version, ContactSchema schema) {
        for (Field field : schema.externalIds()) {
            key(version, field)
                    .ifPresent(key -> byExternalId.getOrDefault(key, Set.of()).remove(version.id()));
        }
    }

    private static Optional<Key> key(Contact contact, Field field) {
        return contact.value(field) instanceof String value
                ? Optional.of(new Key(field.position(), folded(value)))
                : Optional.empty();
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
