package org.mobiledatasync.simulator.soql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mobiledatasync.simulator.http.ApiError;
import org.mobiledatasync.simulator.organisation.Contact;
import org.mobiledatasync.simulator.organisation.ContactSchema;
import org.mobiledatasync.simulator.organisation.Field;
import org.mobiledatasync.simulator.soql.SoqlQuery.Count;

/** Reads the clauses of a query in their order; conditions are read by {@link ConditionParser}. */
final class SoqlParser {

    private static final int MOST_CHARACTERS = 100_000;

    private final SoqlReader reader;

    SoqlParser(String soql, ContactSchema schema) {
        if (soql.length() > MOST_CHARACTERS) {
            throw ApiError.badRequest("MALFORMED_QUERY", "SOQL statements cannot be longer than 100000 characters.");
        }
        this.reader = new SoqlReader(soql, schema);
    }

    SoqlQuery query() {
        reader.expect("SELECT");
        List<SoqlToken> names = new ArrayList<>();
        Count count = selection(names);
        reader.expect("FROM");
        SoqlToken type = reader.name();
        if (!type.is("Contact")) {
            throw reader.unknownType(type);
        }
        List<Field> fields = names.stream().map(reader::field).toList();
        Predicate<Contact> where = reader.accept("WHERE") ? new ConditionParser(reader).condition() : contact -> true;
        Optional<Comparator<Contact>> order = Optional.empty();
        if (reader.accept("ORDER")) {
            reader.expect("BY");
            order = Optional.of(order());
        }
        long limit = reader.accept("LIMIT") ? reader.number() : Long.MAX_VALUE;
        long offset = reader.accept("OFFSET") ? reader.number() : 0;
        reader.end();
        return new SoqlQuery(fields, count, where, order, limit, offset);
    }

    private Count selection(List<SoqlToken> names) {
        do {
            SoqlToken name = reader.name();
            if (name.is("COUNT") && reader.accept("(")) {
                boolean total = reader.accept(")");
                if (!total) {
                    reader.field(reader.name());
                    reader.expect(")");
                }
                return total ? Count.TOTAL : Count.AGGREGATE;
            }
            names.add(name);
        } while (reader.accept(","));
        return Count.NONE;
    }

    private Comparator<Contact> order() {
        Comparator<Contact> order = orderItem();
        while (reader.accept(",")) {
            order = order.thenComparing(orderItem());
        }
        return order;
    }

    private Comparator<Contact> orderItem() {
        Field field = reader.field(reader.name());
        Comparator<Object> values = field.type().isId() ? Comparator.comparing(Object::toString) : Values::compare;
        if (reader.accept("DESC")) {
            values = values.reversed();
        } else {
            reader.accept("ASC");
        }
        boolean nullsLast = false;
        if (reader.accept("NULLS")) {
            nullsLast = reader.accept("LAST");
            if (!nullsLast) {
                reader.expect("FIRST");
            }
        }
        Comparator<Object> whole = nullsLast ? Comparator.nullsLast(values) : Comparator.nullsFirst(values);
        return Comparator.comparing(contact -> contact.value(field), whole);
    }
}
