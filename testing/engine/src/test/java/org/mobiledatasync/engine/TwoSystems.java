package org.mobiledatasync.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.mobiledatasync.campaign.boundary.CampaignService;
import org.mobiledatasync.campaign.boundary.OptInPathService;
import org.mobiledatasync.campaign.entity.LifeStage;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathType;
import org.mobiledatasync.integration.boundary.FieldMappingService;
import org.mobiledatasync.integration.boundary.IntegrationService;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.integration.entity.SyncType;
import org.mobiledatasync.platform.HandClock;
import org.mobiledatasync.platform.TestDatabase;
import org.mobiledatasync.schedule.entity.JobKind;
import org.mobiledatasync.sync.control.ConnectionTestLedger;

/** Our server and a Salesforce organisation, set up with each other and still empty. */
final class TwoSystems implements AutoCloseable {
    /** What new contacts are called whose names we do not know (R5.3). */
    static final Set<String> DEFAULT_NAMES = Set.of("Friend", "Unknown");

    private static final Instant START = Instant.parse("2026-03-05T17:00:00Z");

    private final TestDatabase database;
    private final HandClock clock = new HandClock(START);
    private final Organisation organisation;
    private final long integrationId;
    private final long pathId;
    private Engine engine;

    TwoSystems(TestDatabase database, Organisation organisation, SyncType syncType) {
        this.database = database;
        this.organisation = organisation;
        database.clear();
        organisation.empty();
        moveClocks();
        engine = new Engine(database.entityManagerFactory(), clock);
        pathId = optInPath();
        integrationId = integration(syncType);
    }

    private long optInPath() {
        long campaign = engine.get(CampaignService.class)
                .create("Alerts", LifeStage.ACTIVE)
                .getId();
        OptInPath path = new OptInPath(campaign, "Website", OptInPathType.WEB, now());
        path.setStatus(LifeStage.ACTIVE);
        path.setWelcomeMessage("Welcome!");
        return engine.get(OptInPathService.class).create(path).getId();
    }

    private long integration(SyncType syncType) {
        IntegrationService integrations = engine.get(IntegrationService.class);
        Integration draft = integrations.draft();
        draft.setSyncType(syncType);
        draft.getSignIn().setLogin("sync@example.org");
        draft.getSignIn().setPassword("simulator-password");
        draft.getSignIn().setSecurityToken("SIMTOKEN");
        draft.getSignIn().setApiHost(organisation.authority());
        draft.setCustomExportUrl(organisation.exportUrl());
        draft.setWebOptInPathId(pathId);
        draft.getContactDefaults().setMobileOptInField("Mobile_Subscriber__c");
        draft.getContactDefaults().setDefaultFirstName("Friend");
        draft.getContactDefaults().setDefaultLastName("Unknown");
        long id = integrations.create(draft).getId();
        engine.get(FieldMappingService.class).save(id, integrations.get(id).getVersion(), mappings(id));
        activate(id);
        return id;
    }

    private void activate(long id) {
        ConnectionTestLedger tests = engine.get(ConnectionTestLedger.class);
        tests.ended(id, tests.version(id), true);
        engine.get(IntegrationService.class).activate(id);
    }

    /** Switches the syncs on again. */
    void activate() {
        activate(integrationId);
    }

    private static List<FieldMapping> mappings(long integrationId) {
        return List.of(
                new FieldMapping(integrationId, "opt_in_status", "Mobile_Subscriber__c", "Mobile Subscriber"),
                new FieldMapping(integrationId, "phone_number", "MobilePhone", "Mobile"),
                new FieldMapping(integrationId, "profile_first_name", "FirstName", "First Name"),
                new FieldMapping(integrationId, "profile_last_name", "LastName", "Last Name"),
                new FieldMapping(integrationId, "profile_email", "Email", "Email"),
                new FieldMapping(integrationId, "address_city", "MailingCity", "Mailing City"),
                new FieldMapping(integrationId, "constituent_id", "Id", "Contact ID"));
    }

    Organisation organisation() {
        return organisation;
    }

    Engine engine() {
        return engine;
    }

    Observatory observatory() {
        return new Observatory(database.dataSource(), organisation);
    }

    long integrationId() {
        return integrationId;
    }

    /** Another server over the same database. */
    Engine anotherServer() {
        return new Engine(database.entityManagerFactory(), clock);
    }

    long pathId() {
        return pathId;
    }

    OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    void pass(Duration time) {
        clock.advance(time);
        moveClocks();
    }

    void sync(JobKind kind) {
        engine.run(engine.claim(kind, integrationId));
    }

    /** Starts a sync, kills the server at a moment of it, and starts the server again. */
    void syncKilledAt(JobKind kind, int moments) {
        if (!engine.runUntilKilled(engine.claim(kind, integrationId), moments)) {
            engine.close();
            engine = new Engine(database.entityManagerFactory(), clock);
        }
    }

    private void moveClocks() {
        organisation.clockAhead(Duration.between(Clock.systemUTC().instant(), clock.instant()));
    }

    @Override
    public void close() {
        engine.close();
    }
}
