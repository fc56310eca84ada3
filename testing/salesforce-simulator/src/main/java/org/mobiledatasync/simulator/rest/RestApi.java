package org.mobiledatasync.simulator.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mobiledatasync.simulator.call.Call;
import org.mobiledatasync.simulator.http.Answer;
import org.mobiledatasync.simulator.http.ApiError;
import org.mobiledatasync.simulator.http.Request;
import org.mobiledatasync.simulator.organisation.Organisation;
import org.mobiledatasync.simulator.organisation.Sessions;
import org.mobiledatasync.simulator.query.QueryCursors;

/** {@code /services/data}: finds the resource that a REST call is for, once its session is known. */
public final class RestApi {

    private static final Pattern BEARER = Pattern.compile("(?i)(?:Bearer|OAuth)\\s+(\\S+)");
    private static final String[] SEASONS = {"Spring", "Summer", "Winter"};

    private final Organisation organisation;
    private final Sessions sessions;
    private final IntSupplier usage;
    private final QueryResource queries;
    private final RowsResource rows;
    private final CollectionsResource collections;
    private final DescribeResource describes;

    /**
     * The REST face of an organisation.
     *
     * @param usage tells how many calls were counted against the daily limit so far
     */
    public RestApi(Organisation organisation, Sessions sessions, QueryCursors cursors, IntSupplier usage) {
        this.organisation = organisation;
        this.sessions = sessions;
        this.usage = usage;
        this.queries = new QueryResource(organisation, cursors);
        this.rows = new RowsResource(organisation);
        this.collections = new CollectionsResource(organisation);
        this.describes = new DescribeResource(organisation);
    }

    public Answer answer(Call call) {
        if (call.request().path().equals("/services/data")) {
            return versions();
        }
        requireSession(call.request());
        RestPath path = RestPath.of(call.request()).orElseThrow(ApiError::notFound);
        return switch (call.request().method()) {
            case "GET" -> get(call, path);
            case "POST" -> post(call, path);
            case "PATCH" -> patch(call, path);
            case "DELETE" -> delete(call, path);
            default -> throw notAllowed(call);
        };
    }

    private Answer get(Call call, RestPath path) {
        if (path.matches("query")) {
            return queries.query(call, path, false);
        }
        if (path.matches("queryAll")) {
            return queries.query(call, path, true);
        }
        if (path.matches("query", "*") || path.matches("queryAll", "*")) {
            return queries.next(call, path, path.steps().get(1));
        }
        if (path.matches("limits")) {
            return limits();
        }
        if (path.matches("sobjects", "Contact", "describe")) {
            return describes.describe(path);
        }
        if (path.matches("sobjects", "Contact", "*")) {
            return rows.read(call, path, path.steps().get(2));
        }
        if (path.matches("sobjects", "Contact", "*", "*")) {
            return rows.readByKey(call, path, path.steps().get(2), path.steps().get(3));
        }
        throw ApiError.notFound();
    }

    private Answer post(Call call, RestPath path) {
        if (path.matches("sobjects", "Contact")) {
            return rows.create(call, path);
        }
        if (path.matches("composite", "sobjects")) {
            return collections.create(call, path);
        }
        if (path.matches("composite", "sobjects", "Contact")) {
            return collections.read(call, path);
        }
        throw path.matches("sobjects", "Contact", "*") ? notAllowed(call) : ApiError.notFound();
    }

    private Answer patch(Call call, RestPath path) {
        if (path.matches("sobjects", "Contact", "*")) {
            return rows.update(call, path, path.steps().get(2));
        }
        if (path.matches("sobjects", "Contact", "*", "*")) {
            return rows.upsert(call, path, path.steps().get(2), path.steps().get(3));
        }
        if (path.matches("composite", "sobjects")) {
            return collections.update(call, path);
        }
        if (path.matches("composite", "sobjects", "Contact", "*")) {
            return collections.upsert(call, path, path.steps().get(3));
        }
        throw ApiError.notFound();
    }

    private Answer delete(Call call, RestPath path) {
        if (path.matches("sobjects", "Contact", "*")) {
            return rows.delete(call, path, path.steps().get(2));
        }
        if (path.matches("composite", "sobjects")) {
            return collections.delete(call, path);
        }
        throw ApiError.notFound();
    }

    private void requireSession(Request request) {
        Matcher bearer = BEARER.matcher(request.header("Authorization").orElse(""));
        if (!bearer.matches() || !sessions.isLive(bearer.group(1))) {
            throw ApiError.sessionExpired();
        }
    }

    private Answer limits() {
        int max = organisation.settings().dailyApiMax();
        int remaining = Math.max(0, max - usage.getAsInt());
        var daily = Json.createObjectBuilder().add("Max", max).add("Remaining", remaining);
        var bulk = Json.createObjectBuilder().add("Max", 10_000).add("Remaining", 10_000);
        return Answer.json(
                200,
                Json.createObjectBuilder()
                        .add("DailyApiRequests", daily)
                        .add("DailyBulkV2QueryJobs", bulk)
                        .build());
    }

    private static Answer versions() {
        JsonArrayBuilder versions = Json.createArrayBuilder();
        for (int number = RestPath.OLDEST; number <= RestPath.NEWEST; number++) {
            int year = 26 + Math.floorDiv(number - 65, 3);
            versions.add(Json.createObjectBuilder()
                    .add("label", SEASONS[number % SEASONS.length] + " '" + year)
                    .add("url", "/services/data/v" + number + ".0")
                    .add("version", number + ".0"));
        }
        return Answer.json(200, versions.build());
    }

    private static ApiError notAllowed(Call call) {
        String message = "HTTP Method '" + call.request().method() + "' not allowed. Allowed are GET,PATCH,DELETE";
        return new ApiError(405, "METHOD_NOT_ALLOWED", message);
    }
}
