package org.mobiledatasync.simulator.soql;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mobiledatasync.simulator.organisation.Contact;
import org.mobiledatasync.simulator.organisation.ContactSchema;
import org.mobiledatasync.simulator.organisation.Field;

/**
 * A query on Contact that has been understood: the subset of SOQL that clients of a sync send, no more, and what is
 * outside of it is refused as malformed rather than answered wrongly.
 *
 * @param fields what it selects; empty for a count
 */
public record SoqlQuery(
        List<Field> fields,
        Count count,
        Predicate<Contact> where,
        Optional<Comparator<Contact>> order,
        long limit,
        long offset) {

    /** Whether and how the query counts. */
    public enum Count {
        NONE,
        /** {@code COUNT()}: the figure is the answer's total size. */
        TOTAL,
        /** {@code COUNT(Id)}: the figure is the value of one aggregate row. */
        AGGREGATE
    }

    /** Reads a query; throws the error that Salesforce answers if it cannot be understood. */
    public static SoqlQuery parse(String soql, ContactSchema schema) {
        return new SoqlParser(soql, schema).query();
    }

    /**
     * The contacts that it selects.
     *
     * @param withDeleted whether contacts in the bin count too
     */
    public List<Contact> select(List<Contact> contacts, boolean withDeleted) {
        var found = contacts.stream()
                .filter(contact -> withDeleted || !contact.isDeleted())
                .filter(where);
        var sorted = order.map(found::sorted).orElse(found);
        return sorted.skip(offset).limit(limit).toList();
    }
}
