package org.mobiledatasync.profile.boundary;

import static org.mobiledatasync.platform.Samples.NOW;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.mobiledatasync.access.AccessFixture;
import org.mobiledatasync.access.entity.AuditAction;
import org.mobiledatasync.campaign.entity.CampaignRepository;
import org.mobiledatasync.campaign.entity.OptInPathRepository;
import org.mobiledatasync.campaign.entity.SubscriptionRepository;
import org.mobiledatasync.consent.RecordedChanges;
import org.mobiledatasync.consent.control.Consent;
import org.mobiledatasync.consent.entity.ConsentCause;
import org.mobiledatasync.consent.entity.ConsentEventRepository;
import org.mobiledatasync.consent.entity.ConsentSource;
import org.mobiledatasync.consent.entity.Suppression;
import org.mobiledatasync.consent.entity.SuppressionRepository;
import org.mobiledatasync.integration.entity.IntegrationRepository;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.profile.control.DefaultRegion;
import org.mobiledatasync.profile.entity.FirstSeenType;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileRepository;
import org.mobiledatasync.sync.entity.ContactUpdateRepository;
import org.mobiledatasync.sync.entity.CrmLinkRepository;
import org.mobiledatasync.sync.entity.OutboundChangeRepository;

/** The service of profiles over a real database. */
abstract class ProfileServiceFixture extends DatabaseTest {

    static final String PHONE = "+12125550101";
    static final ProfileInput NOTHING = new ProfileInput(Map.of(), null);
    static final ConsentCause ADA = ConsentCause.of(ConsentSource.ADMINISTRATOR, "ada", null);

    final RecordedChanges changes = new RecordedChanges();
    AccessFixture access;
    Samples samples;
    ProfileService service;
    ProfileDirectory directory;

    @BeforeEach
    void prepare() {
        access = new AccessFixture(em);
        samples = new Samples(em);
        var clock = Clock.fixed(NOW.plusDays(1).toInstant(), ZoneOffset.UTC);
        var profiles = new ProfileRepository(em);
        var subscriptions = new SubscriptionRepository(em);
        var suppressions = new SuppressionRepository(em);
        var links = new CrmLinkRepository(em);
        var consent = new Consent(subscriptions, suppressions, new ConsentEventRepository(em), null, clock);
        var region = new DefaultRegion(new IntegrationRepository(em));
        service = new ProfileService(
                profiles,
                suppressions,
                links,
                new OutboundChangeRepository(em),
                new ContactUpdateRepository(em),
                region,
                consent,
                changes,
                access.audit,
                clock);
        directory = new ProfileDirectory(
                profiles,
                subscriptions,
                new CampaignRepository(em),
                new OptInPathRepository(em),
                links,
                new IntegrationRepository(em),
                region);
    }

    Profile create() {
        return inTransaction(() -> service.create(PHONE, "US", NOTHING, FirstSeenType.API));
    }

    void suppress() {
        inTransaction(() -> new SuppressionRepository(em)
                .add(new Suppression(PHONE, ConsentCause.of(ConsentSource.KEYWORD, "sms", "STOP"), NOW)));
    }

    List<AuditAction> audited() {
        return access.audit.find("Profile", 0, 9).stream()
                .map(entry -> entry.getAction())
                .toList();
    }
}
