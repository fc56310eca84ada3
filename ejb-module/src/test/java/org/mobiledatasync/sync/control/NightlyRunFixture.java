package org.mobiledatasync.sync.control;

import static org.mobiledatasync.platform.Samples.NOW;

import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.integration.entity.IntegrationRepository;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.profile.entity.ProfileRepository;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.schedule.control.Leases;
import org.mobiledatasync.schedule.entity.Job;
import org.mobiledatasync.schedule.entity.JobKind;
import org.mobiledatasync.schedule.entity.JobRepository;
import org.mobiledatasync.sync.entity.ContactUpdateRepository;
import org.mobiledatasync.sync.entity.CrmLinkRepository;
import org.mobiledatasync.sync.entity.OutboundChangeRepository;
import org.mobiledatasync.sync.entity.RecordOutcomeRepository;
import org.mobiledatasync.sync.entity.RunKind;
import org.mobiledatasync.sync.entity.SyncRunRepository;

/** A nightly run that this server is at, of an integration with two profiles. */
abstract class NightlyRunFixture extends DatabaseTest {
    final Clock clock = Clock.fixed(NOW.toInstant(), ZoneOffset.UTC);

    ProfileRepository profiles;
    CrmLinkRepository links;
    OutboundChangeRepository changes;
    ContactUpdateRepository updates;
    RecordOutcomeRepository outcomes;
    SyncRunRepository runs;
    OutboundChanges outbound;
    Leases leases;

    Lease lease;
    Integration salesforce;
    long integration;
    long run;
    long ann;
    long bea;

    @BeforeEach
    void beginRun() {
        profiles = new ProfileRepository(em);
        links = new CrmLinkRepository(em);
        changes = new OutboundChangeRepository(em);
        updates = new ContactUpdateRepository(em);
        outcomes = new RecordOutcomeRepository(em);
        runs = new SyncRunRepository(em);
        outbound = new OutboundChanges(new IntegrationRepository(em), changes, clock);
        leases = new Leases(new JobRepository(em), clock);
        inTransaction(this::storeRun);
    }

    private void storeRun() {
        var samples = new Samples(em);
        salesforce = samples.integration("Salesforce");
        integration = salesforce.getId();
        run = samples.run(salesforce, RunKind.NIGHTLY).getId();
        ann = samples.profile(People.PHONE).getId();
        bea = samples.profile(People.OTHER_PHONE).getId();
        Job job = new Job(JobKind.NIGHTLY_SYNC, integration, NOW);
        em.persist(job);
        job.claim("here", NOW, NOW.plusMinutes(5));
        lease = new Lease(job.getId(), "here", job.getFencingToken());
    }
}
