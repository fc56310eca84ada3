package org.mobiledatasync.acceptance;

import static org.mobiledatasync.acceptance.Administrator.id;
import static org.mobiledatasync.acceptance.Administrator.json;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A server with something to see on every page, and a browser: started once for all tests that look at pages, and ended
 * with the last of them. Tests leave it as they found it, or change only what they made themselves.
 */
final class FurnishedSystem implements AutoCloseable {
    static final String CONFLICT_PHONE = "+12125550121";
    static final String SHARED_PHONE = "+12125550122";

    final Organisation organisation = new Organisation();
    final Server server = Server.startFresh("furnished", organisation.origin());
    final Administrator admin = new Administrator(server.api());
    final Chromium chromium = new Chromium(server.url());
    final long campaign;
    final long path;
    final long integration;
    final long brokenIntegration;
    final long restingIntegration;
    final long run;
    final long failedRun;
    final long profile;

    private FurnishedSystem() {
        path = admin.optInPath("Text alerts");
        // A name is text wherever it is shown: pages that take it for markup complain of the picture.
        admin.optInPath("Votes <b>news</b><img src=x onerror=alert(1)>");
        campaign = id(admin.api.get("/campaigns").getJsonArray("items").getJsonObject(0));
        integration = admin.integration(
                organisation,
                json().add("webOptInPathId", path)
                        .add("defaultLastName", "Mobile subscriber")
                        .add("dailyApiQuota", 5000)
                        .add("notes", "Report owner: the membership team."));
        admin.activate(integration);
        String conflicting = contacts();
        admin.run(integration, "NIGHTLY");
        conflict(conflicting);
        organisation.add("Twin", SHARED_PHONE, "twin@example.org", true);
        profile = id(admin.profile("+12125550101"));
        admin.stop(profile);
        admin.optIn(admin.createProfile("+12125550199", "Newcomer", "newcomer@example.org"), path);
        admin.run(integration, "PUSH");
        run = id(admin.run(integration, "NIGHTLY"));
        brokenIntegration = admin.integration(organisation, json().add("name", "Old organisation"));
        admin.activate(brokenIntegration);
        admin.configure(brokenIntegration, json().add("password", "wrong-password"));
        restingIntegration = admin.integration(
                organisation, json().add("name", "Chapter in Texas").add("webOptInPathId", path));
        failedRun = id(admin.run(brokenIntegration, "NIGHTLY"));
    }

    /** @return the contact whose fields both sides are to change */
    private String contacts() {
        for (int person = 0; person < 12; person++) {
            organisation.add(
                    "Person" + person,
                    "+121255501%02d".formatted(person),
                    "person" + person + "@example.org",
                    person < 9);
        }
        organisation.add("Nophone", null, "a.person.with.a.rather.long.address@organisation.example.org", true);
        organisation.add("Landline", "12", null, true);
        organisation.add("Shared", SHARED_PHONE, "shared@example.org", true);
        return organisation.add("Base", CONFLICT_PHONE, "base@example.org", true);
    }

    private void conflict(String contact) {
        organisation.edit(contact, "LastName", Json.createValue("Theirs"));
        organisation.edit(contact, "Email", Json.createValue("theirs@example.org"));
        JsonObject ours = admin.profile(CONFLICT_PHONE);
        admin.api.put(
                "/profiles/" + id(ours),
                Json.createObjectBuilder(ours)
                        .add("lastName", "Ours")
                        .add("email", "ours@example.org")
                        .build());
    }

    @Override
    public void close() {
        chromium.close();
        server.close();
        organisation.close();
    }

    /** Hands the one system to test classes that ask for it. */
    static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == FurnishedSystem.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(FurnishedSystem.class))
                    .getOrComputeIfAbsent(FurnishedSystem.class, type -> new FurnishedSystem(), FurnishedSystem.class);
        }
    }
}
