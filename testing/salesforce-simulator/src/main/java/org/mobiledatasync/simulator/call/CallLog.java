package org.mobiledatasync.simulator.call;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/** What was called since the last reset: figures by kind, and the latest calls one by one. */
public final class CallLog {

    private static final int KEPT = 500;

    private final Map<CallKind, Integer> counts = new EnumMap<>(CallKind.class);
    private final Deque<Entry> latest = new ArrayDeque<>();
    private long recordsWritten;
    private long recordsRead;
    private int metered;

    private record Entry(Instant time, CallKind kind, String method, String path, int status, int records) {}

    /** Counts a call as it comes in; the answer is its number of today's metered calls. */
    synchronized int begin(CallKind kind) {
        counts.merge(kind, 1, Integer::sum);
        if (kind.isMetered()) {
            metered++;
        }
        return metered;
    }

    /** Notes how a call ended; {@code status} 0 where it got no answer. */
    synchronized void end(Instant time, CallKind kind, String method, String path, int status, int records) {
        if (kind.isWrite()) {
            recordsWritten += records;
        } else {
            recordsRead += records;
        }
        latest.addLast(new Entry(time, kind, method, path, status, records));
        if (latest.size() > KEPT) {
            latest.removeFirst();
        }
    }

    /** Calls counted against the daily limit so far. */
    public synchronized int metered() {
        return metered;
    }

    public synchronized void reset() {
        counts.clear();
        latest.clear();
        recordsWritten = 0;
        recordsRead = 0;
        metered = 0;
    }

    public synchronized JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        for (CallKind kind : CallKind.values()) {
            json.add(kind.label(), counts.getOrDefault(kind, 0));
        }
        json.add("recordsWritten", recordsWritten)
                .add("recordsRead", recordsRead)
                .add("apiUsage", metered);
        JsonArrayBuilder calls = Json.createArrayBuilder();
        for (Entry call : latest) {
            calls.add(Json.createObjectBuilder()
                    .add("time", call.time().toString())
                    .add("kind", call.kind().label())
                    .add("method", call.method())
                    .add("path", call.path())
                    .add("status", call.status())
                    .add("records", call.records()));
        }
        return json.add("latest", calls).build();
    }
}
