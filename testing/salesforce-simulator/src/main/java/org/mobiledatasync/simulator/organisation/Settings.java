package org.mobiledatasync.simulator.organisation;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * How the organisation is set up; what an administrator of a real one would click together.
 *
 * @param optInField API name of the opt-in checkbox
 * @param loginFault code of the fault that answers every login, or {@code LOGIN_DISABLED}; empty for none
 * @param passwordExpired logins succeed with {@code passwordExpired=true}
 * @param apiOnlyUser the user has no access to pages, the report export included
 * @param leadSources the values that LeadSource is restricted to; empty for unrestricted
 * @param dailyApiMax calls a day; further ones are refused
 * @param duplicateRule creates that repeat a living contact's email or mobile are refused
 * @param duplicateKey how the details of such a refusal are keyed
 * @param expiredSidPage what a report download without session gets: {@code redirect} or {@code html}
 * @param oauthFault the error that answers every request for a token; empty for none
 * @param appPublicKey X.509 in Base64: by what an app's signed requests are checked
 * @param appApproved whether the app may act for the user
 * @param clockOffsetMs by how much the organisation's clock is ahead
 */
public record Settings(
        String optInField,
        String loginFault,
        boolean passwordExpired,
        boolean apiOnlyUser,
        List<String> leadSources,
        int dailyApiMax,
        boolean duplicateRule,
        String duplicateKey,
        String expiredSidPage,
        String oauthFault,
        String appPublicKey,
        boolean appApproved,
        long clockOffsetMs) {

    public static final Settings DEFAULT = new Settings(
            "Mobile_Subscriber__c",
            "",
            false,
            false,
            List.of(),
            15_000,
            false,
            "duplicateResut",
            "redirect",
            "",
            "",
            true,
            0);

    /** These settings with those that {@code changes} names replaced; an unknown name or type is an error. */
    public Settings with(JsonObject changes) {
        JsonObject known = toJson();
        changes.forEach((name, value) -> {
            if (!known.containsKey(name)) {
                throw new IllegalArgumentException("unknown setting: " + name);
            }
            if (!typeOf(value).equals(typeOf(known.get(name)))) {
                throw new IllegalArgumentException("setting of another type: " + name);
            }
        });
        return new Settings(
                changes.getString("optInField", optInField),
                changes.getString("loginFault", loginFault),
                changes.getBoolean("passwordExpired", passwordExpired),
                changes.getBoolean("apiOnlyUser", apiOnlyUser),
                changes.containsKey("leadSources")
                        ? changes.getJsonArray("leadSources").getValuesAs(JsonString::getString)
                        : leadSources,
                changes.getInt("dailyApiMax", dailyApiMax),
                changes.getBoolean("duplicateRule", duplicateRule),
                changes.getString("duplicateKey", duplicateKey),
                changes.getString("expiredSidPage", expiredSidPage),
                changes.getString("oauthFault", oauthFault),
                changes.getString("appPublicKey", appPublicKey),
                changes.getBoolean("appApproved", appApproved),
                changes.containsKey("clockOffsetMs")
                        ? changes.getJsonNumber("clockOffsetMs").longValue()
                        : clockOffsetMs);
    }

    private static String typeOf(JsonValue value) {
        return switch (value.getValueType()) {
            case TRUE, FALSE -> "flag";
            default -> value.getValueType().name();
        };
    }

    public JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        json.add("optInField", optInField);
        json.add("loginFault", loginFault);
        json.add("passwordExpired", passwordExpired);
        json.add("apiOnlyUser", apiOnlyUser);
        json.add("leadSources", Json.createArrayBuilder(leadSources));
        json.add("dailyApiMax", dailyApiMax);
        json.add("duplicateRule", duplicateRule);
        json.add("duplicateKey", duplicateKey);
        json.add("expiredSidPage", expiredSidPage);
        json.add("oauthFault", oauthFault);
        json.add("appPublicKey", appPublicKey);
        json.add("appApproved", appApproved);
        json.add("clockOffsetMs", clockOffsetMs);
        return json.build();
    }
}
