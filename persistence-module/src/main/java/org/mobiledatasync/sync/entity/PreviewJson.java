package org.mobiledatasync.sync.entity;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mobiledatasync.sync.entity.PreviewFindings.ForSalesforce;
import org.mobiledatasync.sync.entity.PreviewFindings.Join;
import org.mobiledatasync.sync.entity.PreviewFindings.JoinText;
import org.mobiledatasync.sync.entity.PreviewFindings.Sample;

/** The findings of a preview as they are stored. */
final class PreviewJson {
    private PreviewJson() {}

    static String write(PreviewFindings findings) {
        JsonObjectBuilder counts = Json.createObjectBuilder();
        findings.counts().forEach((outcome, count) -> counts.add(outcome.name(), count));
        return Json.createObjectBuilder()
                .add("records", findings.records())
                .add("counts", counts)
                .add("newProfiles", findings.newProfiles())
                .add("joins", array(findings.joins(), PreviewJson::join))
                .add("forSalesforce", forSalesforce(findings.forSalesforce()))
                .add("samples", array(findings.samples(), PreviewJson::sample))
                .build()
                .toString();
    }

    static PreviewFindings read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
            object.getJsonObject("counts")
                    .forEach((name, count) -> counts.put(Outcome.valueOf(name), ((JsonNumber) count).longValue()));
            return new PreviewFindings(
                    number(object, "records"),
                    counts,
                    number(object, "newProfiles"),
                    list(object.getJsonArray("joins"), PreviewJson::joinOf),
                    forSalesforceOf(object.getJsonObject("forSalesforce")),
                    list(object.getJsonArray("samples"), PreviewJson::sampleOf));
        }
    }

    private static JsonObjectBuilder join(Join join) {
        return Json.createObjectBuilder()
                .add("pathId", join.pathId())
                .add("path", join.path())
                .add("text", join.text().name())
                .add("people", join.people());
    }

    private static Join joinOf(JsonObject object) {
        return new Join(
                number(object, "pathId"),
                object.getString("path"),
                JoinText.valueOf(object.getString("text")),
                number(object, "people"));
    }

    private static JsonObjectBuilder forSalesforce(ForSalesforce what) {
        return Json.createObjectBuilder()
                .add("updates", what.updates())
                .add("reads", what.reads())
                .add("optIns", what.optIns())
                .add("creates", what.creates())
                .add("waiting", what.waiting());
    }

    private static ForSalesforce forSalesforceOf(JsonObject object) {
        return new ForSalesforce(
                number(object, "updates"),
                number(object, "reads"),
                number(object, "optIns"),
                number(object, "creates"),
                number(object, "waiting"));
    }

    private static JsonObjectBuilder sample(Sample sample) {
        JsonObjectBuilder object = Json.createObjectBuilder()
                .add("outcome", sample.outcome().name())
                .add("message", sample.message());
        put(object, "phone", sample.phone());
        put(object, "name", sample.name());
        put(object, "contactId", sample.contactId());
        put(object, "changes", FieldChange.toJson(sample.changes()));
        return object;
    }

    private static Sample sampleOf(JsonObject object) {
        return new Sample(
                Outcome.valueOf(object.getString("outcome")),
                object.getString("phone", null),
                object.getString("name", null),
                object.getString("contactId", null),
                object.getString("message"),
                FieldChange.fromJson(object.getString("changes", null)));
    }

    private static void put(JsonObjectBuilder object, String name, String value) {
        if (value != null) {
            object.add(name, value);
        }
    }

    private static long number(JsonObject object, String name) {
        return object.getJsonNumber(name).longValue();
    }

    private static <T> JsonArrayBuilder array(List<T> items, Function<T, JsonObjectBuilder> of) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        items.forEach(item -> array.add(of.apply(item)));
        return array;
    }

    private static <T> List<T> list(JsonArray array, Function<JsonObject, T> of) {
        return array.getValuesAs(JsonObject.class).stream().map(of).toList();
    }
}
