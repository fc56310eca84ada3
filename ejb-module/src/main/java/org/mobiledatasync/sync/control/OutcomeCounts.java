package org.mobiledatasync.sync.control;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.mobiledatasync.sync.entity.Outcome;

/** The counts of a finished run as kept with it, for ever, when its details are gone (R8.3). */
public final class OutcomeCounts {

    private OutcomeCounts() {}

    static String toJson(Map<Outcome, Long> counts) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        new TreeMap<>(counts).forEach((outcome, count) -> json.add(outcome.name(), count));
        return json.build().toString();
    }

    public static Map<Outcome, Long> fromJson(String json) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        if (json != null) {
            try (JsonReader reader = Json.createReader(new StringReader(json))) {
                reader.readObject()
                        .forEach((name, count) -> counts.put(Outcome.valueOf(name), ((JsonNumber) count).longValue()));
            }
        }
        return counts;
    }
}
