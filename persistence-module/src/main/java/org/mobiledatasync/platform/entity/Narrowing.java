package org.mobiledatasync.platform.entity;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The conditions of a list that people narrow: only what is given becomes part of the query, since PostgreSQL can't tell
 * the type of a parameter that is only compared with null.
 */
public final class Narrowing {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** Adds a condition unless its value is null. */
    public Narrowing by(String condition, String parameter, Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }
        return this;
    }

    /**
     * @param select the query up to its conditions
     * @param order what follows them, with a leading blank
     */
    public <T> TypedQuery<T> query(EntityManager em, String select, String order, Class<T> type) {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        TypedQuery<T> query = em.createQuery(select + where + order, type);
        parameters.forEach(query::setParameter);
        return query;
    }

    /** The text in lower case; null stays null, blank becomes null. */
    public static String lower(String text) {
        return text == null || text.isBlank() ? null : text.trim().toLowerCase(Locale.ROOT);
    }

    /** A pattern for LIKE that finds the text anywhere; its own wildcards count as letters. */
    public static String containing(String text) {
        String lower = lower(text);
        return lower == null
                ? null
                : "%" + lower.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
