package org.mobiledatasync.campaign.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mobiledatasync.platform.Samples.NOW;

import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiledatasync.access.AccessFixture;
import org.mobiledatasync.campaign.boundary.CampaignSetup.FirstPath;
import org.mobiledatasync.campaign.entity.CampaignRepository;
import org.mobiledatasync.campaign.entity.LifeStage;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathRepository;
import org.mobiledatasync.campaign.entity.OptInPathType;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.InvalidInputException.Problem;

class CampaignSetupTest extends DatabaseTest {
    private CampaignSetup setup;
    private CampaignRepository campaigns;

    @BeforeEach
    void prepare() {
        var clock = Clock.fixed(NOW.toInstant(), ZoneOffset.UTC);
        var access = new AccessFixture(em);
        campaigns = new CampaignRepository(em);
        var paths = new OptInPathRepository(em);
        setup = new CampaignSetup(
                new CampaignService(campaigns, paths, access.audit, clock),
                new OptInPathService(campaigns, paths, access.audit, clock));
    }

    @Test
    void campaignAndPathAreMadeAndActive() {
        OptInPath path = inTransaction(() -> setup.create("News", web("Form", true, "Reply YES")));

        assertThat(path.getStatus()).isEqualTo(LifeStage.ACTIVE);
        assertThat(path.isDoubleOptIn()).isTrue();
        assertThat(campaigns.get(path.getCampaignId()).takesIn(path)).isTrue();
    }

    @Test
    void eachStepNamesWhatIsWrongInIt() {
        inTransaction(() -> setup.create("News", web("Form", false, null)));

        refuses(() -> setup.checkName("news"), "campaignName");
        refuses(() -> setup.checkName(" "), "campaignName");
        refuses(
                () -> setup.checkPath(new FirstPath(" ", OptInPathType.PHONE, "STOP", false, null, null)),
                "pathName",
                "keyword");
        setup.checkPath(web("Form", true, null));
        refuses(() -> inTransaction(() -> setup.create("Votes", web("Form", true, null))), "confirmMessage");
        assertThat(campaigns.findByName("Votes")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", "revoke", "Parar", "ALTO", "baja", "SÍ"})
    void aWordByWhichPeopleLeaveOrAnswerIsNoWayIn(String word) {
        refuses(
                () -> setup.checkPath(new FirstPath("Text in", OptInPathType.PHONE, word, false, null, null)),
                "keyword");
    }

    private static FirstPath web(String name, boolean doubleOptIn, String confirmMessage) {
        return new FirstPath(name, OptInPathType.WEB, null, doubleOptIn, "Welcome", confirmMessage);
    }

    private static void refuses(Runnable step, String... fields) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(InvalidInputException.class, refusal -> assertThat(refusal.problems())
                        .extracting(Problem::field)
                        .containsExactlyInAnyOrder(fields));
    }
}
