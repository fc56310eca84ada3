package org.mobiledatasync.simulator.rest;

import jakarta.json.stream.JsonGenerator;
import java.util.List;
import org.mobiledatasync.simulator.http.Answer;
import org.mobiledatasync.simulator.organisation.ContactSchema;
import org.mobiledatasync.simulator.organisation.Field;
import org.mobiledatasync.simulator.organisation.FieldType;
import org.mobiledatasync.simulator.organisation.Organisation;
import org.mobiledatasync.simulator.organisation.Settings;

/** {@code /sobjects/Contact/describe}. */
final class DescribeResource {

    private final Organisation organisation;

    DescribeResource(Organisation organisation) {
        this.organisation = organisation;
    }

    Answer describe(RestPath path) {
        ContactSchema schema = organisation.schema();
        Settings settings = organisation.settings();
        return Answer.jsonStream(200, json -> {
            json.writeStartObject();
            json.write("name", "Contact").write("label", "Contact").write("labelPlural", "Contacts");
            json.write("keyPrefix", "003").write("custom", false);
            for (String ability : List.of("createable", "updateable", "deletable", "queryable", "retrieveable")) {
                json.write(ability, true);
            }
            json.writeStartArray("fields");
            schema.fields().forEach(field -> write(json, field, settings));
            json.writeEnd();
            json.writeStartObject("urls");
            String object = "/services/data/" + path.version() + "/sobjects/Contact";
            json.write("sobject", object)
                    .write("describe", object + "/describe")
                    .write("rowTemplate", object + "/{ID}");
            json.writeEnd().writeEnd();
        });
    }

    private static void write(JsonGenerator json, Field field, Settings settings) {
        boolean leadSource = field.name().equals("LeadSource");
        boolean restricted = leadSource && !settings.leadSources().isEmpty();
        json.writeStartObject();
        json.write("name", field.name()).write("label", field.label());
        json.write("type", field.type().describeName()).write("length", field.length());
        json.write("nillable", field.nillable());
        json.write("createable", field.createable()).write("updateable", field.updateable());
        json.write("custom", field.isCustom()).write("unique", field.externalId());
        json.write("externalId", field.externalId()).write("idLookup", field.idLookup());
        json.write("nameField", field.name().equals("Name"));
        json.write(
                "defaultedOnCreate",
                field.type() == FieldType.BOOLEAN || field.name().equals("OwnerId"));
        json.write("filterable", true).write("sortable", true);
        json.write("restrictedPicklist", restricted);
        json.writeStartArray("picklistValues");
        for (String value : restricted ? settings.leadSources() : field.picklist()) {
            json.writeStartObject();
            json.write("active", true).write("defaultValue", false);
            json.write("label", value).write("value", value).writeEnd();
        }
        json.writeEnd().writeEnd();
    }
}
