package org.mobiledatasync.simulator.organisation;

import java.util.List;

/**
 * One field of Contact.
 *
 * @param position its place among the values of a contact
 * @param length the most characters it takes; 0 where that has no meaning
 */
public record Field(
        int position,
        String name,
        String label,
        FieldType type,
        int length,
        boolean nillable,
        boolean createable,
        boolean updateable,
        boolean externalId,
        boolean idLookup,
        List<String> picklist) {

    static Field readOnly(int position, String name, String label, FieldType type, int length) {
        return new Field(
                position, name, label, type, length, true, false, false, false, type == FieldType.ID, List.of());
    }

    static Field editable(int position, String name, String label, FieldType type, int length) {
        boolean nillable = type != FieldType.BOOLEAN;
        return new Field(
                position, name, label, type, length, nillable, true, true, false, type == FieldType.EMAIL, List.of());
    }

    Field required() {
        return new Field(
                position, name, label, type, length, false, createable, updateable, externalId, idLookup, picklist);
    }

    Field asExternalId() {
        return new Field(position, name, label, type, length, nillable, createable, updateable, true, true, picklist);
    }

    Field offering(List<String> values) {
        return new Field(
                position, name, label, type, length, nillable, createable, updateable, externalId, idLookup, values);
    }

    Field named(String newName) {
        return new Field(
                position,
                newName,
                label,
                type,
                length,
                nillable,
                createable,
                updateable,
                externalId,
                idLookup,
                picklist);
    }

    /** True for fields that an administrator of the organisation made. */
    public boolean isCustom() {
        return name.endsWith("__c");
    }

    /** Fields are the same when they have the same place and name: they key the values of every record written. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Field field && field.position == position && field.name.equals(name);
    }

    @Override
    public int hashCode() {
        return position;
    }
}
