package org.mobiledatasync.simulator.soql;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.mobiledatasync.simulator.organisation.Contact;
import org.mobiledatasync.simulator.organisation.Field;

/**
 * Reads a WHERE clause into a predicate. As in Salesforce, AND and OR do not mix on one level: one of them needs
 * parentheses.
 */
final class ConditionParser {

    private final SoqlReader reader;

    ConditionParser(SoqlReader reader) {
        this.reader = reader;
    }

    Predicate<Contact> condition() {
        Predicate<Contact> condition = negatable();
        if (reader.peek().is("AND")) {
            while (reader.accept("AND")) {
                condition = condition.and(negatable());
            }
        } else {
            while (reader.accept("OR")) {
                condition = condition.or(negatable());
            }
        }
        if (reader.peek().is("AND") || reader.peek().is("OR")) {
            throw reader.unexpected(reader.peek());
        }
        return condition;
    }

    private Predicate<Contact> negatable() {
        return reader.accept("NOT") ? primary().negate() : primary();
    }

    private Predicate<Contact> primary() {
        if (reader.accept("(")) {
            Predicate<Contact> inner = condition();
            reader.expect(")");
            return inner;
        }
        return comparison();
    }

    private Predicate<Contact> comparison() {
        Field field = reader.field(reader.name());
        Literals literals = new Literals(reader, field);
        SoqlToken operator = reader.take();
        if (operator.is("NOT")) {
            reader.expect("IN");
            return in(field, literals).negate();
        }
        if (operator.is("IN")) {
            return in(field, literals);
        }
        if (operator.is("LIKE")) {
            LikePattern pattern = new LikePattern(literals.likeText());
            return contact -> contact.value(field) instanceof String text && pattern.matches(text);
        }
        return switch (operator.text()) {
            case "=" -> equal(field, literals.value());
            case "!=", "<>" -> equal(field, literals.value()).negate();
            case "<" -> ordered(field, literals.orderedValue(), sign -> sign < 0);
            case "<=" -> ordered(field, literals.orderedValue(), sign -> sign <= 0);
            case ">" -> ordered(field, literals.orderedValue(), sign -> sign > 0);
            case ">=" -> ordered(field, literals.orderedValue(), sign -> sign >= 0);
            default -> throw reader.unexpected(operator);
        };
    }

    private Predicate<Contact> in(Field field, Literals literals) {
        Set<Object> keys = new HashSet<>();
        reader.expect("(");
        do {
            keys.add(key(field, literals.value()));
        } while (reader.accept(","));
        reader.expect(")");
        return contact -> keys.contains(key(field, contact.value(field)));
    }

    private static Predicate<Contact> equal(Field field, Object wanted) {
        Object key = key(field, wanted);
        return contact -> {
            Object value = key(field, contact.value(field));
            return key == null ? value == null : key.equals(value);
        };
    }

    private static Predicate<Contact> ordered(Field field, Object bound, IntPredicate sign) {
        return contact -> {
            Object value = contact.value(field);
            return value != null && sign.test(Values.compare(value, bound));
        };
    }

    private static Object key(Field field, Object value) {
        return Values.key(value, field.type().isId());
    }
}
