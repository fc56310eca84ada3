package org.mobiledatasync.simulator.call;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mobiledatasync.simulator.http.Request;

/** What a call is about: the count of calls is kept by it, and faults are aimed by it. */
public enum CallKind {
    LOGIN,
    QUERY,
    READ,
    CREATE,
    UPDATE,
    UPSERT,
    DELETE,
    DESCRIBE,
    LIMITS,
    REPORT,
    VERSIONS,
    OTHER;

    private static final Pattern SOAP_OPERATION = Pattern.compile("<(?:\\w+:)?Body[^>]*>\\s*<(?:\\w+:)?(\\w+)");

    public static CallKind of(Request request) {
        String path = request.path();
        if (path.startsWith("/services/Soap/")) {
            return soap(request.text());
        }
        if (path.equals("/services/oauth2/token")) {
            return LOGIN;
        }
        if (path.equals("/services/data")) {
            return VERSIONS;
        }
        List<String> steps = request.steps();
        if (path.startsWith("/services/data/") && steps.size() > 3) {
            return rest(request.method(), steps.subList(3, steps.size()));
        }
        return path.matches("/00O[A-Za-z0-9]{12,15}") ? REPORT : OTHER;
    }

    /** True for kinds that Salesforce counts against the daily API limit. */
    public boolean isMetered() {
        return switch (this) {
            case LOGIN, REPORT, VERSIONS -> false;
            default -> true;
        };
    }

    /** True for kinds that change contacts. */
    public boolean isWrite() {
        return switch (this) {
            case CREATE, UPDATE, UPSERT, DELETE -> true;
            default -> false;
        };
    }

    /** The name in the control API. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static CallKind soap(String envelope) {
        Matcher operation = SOAP_OPERATION.matcher(envelope);
        return switch (operation.find() ? operation.group(1) : "") {
            case "login" -> LOGIN;
            case "query", "queryAll", "queryMore" -> QUERY;
            case "create" -> CREATE;
            case "update" -> UPDATE;
            case "delete" -> DELETE;
            default -> OTHER;
        };
    }

    private static CallKind rest(String method, List<String> steps) {
        String first = steps.get(0);
        if (first.equals("query") || first.equals("queryAll")) {
            return QUERY;
        }
        if (first.equals("limits")) {
            return LIMITS;
        }
        if (steps.get(steps.size() - 1).equals("describe")) {
            return DESCRIBE;
        }
        boolean rows = first.equals("sobjects") && steps.size() > 1;
        boolean collection =
                first.equals("composite") && steps.size() > 1 && steps.get(1).equals("sobjects");
        if (!rows && !collection) {
            return OTHER;
        }
        boolean keyed = steps.size() == 4;
        return switch (method) {
            case "POST" -> collection && steps.size() > 2 ? READ : CREATE;
            case "PATCH" -> keyed ? UPSERT : UPDATE;
            case "DELETE" -> DELETE;
            case "GET" -> READ;
            default -> OTHER;
        };
    }
}
