package org.mobiledatasync.campaign.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mobiledatasync.platform.Samples.NOW;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiledatasync.access.AccessFixture;
import org.mobiledatasync.access.entity.AuditAction;
import org.mobiledatasync.access.entity.AuditChange;
import org.mobiledatasync.campaign.entity.Campaign;
import org.mobiledatasync.campaign.entity.CampaignRepository;
import org.mobiledatasync.campaign.entity.LifeStage;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathRepository;
import org.mobiledatasync.campaign.entity.OptInPathType;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.InvalidInputException.Problem;
import org.mobiledatasync.platform.entity.NotFoundException;

class CampaignServiceTest extends DatabaseTest {

    private AccessFixture access;
    private CampaignService campaigns;
    private OptInPathService paths;

    @BeforeEach
    void prepare() {
        access = new AccessFixture(em);
        var clock = Clock.fixed(NOW.toInstant(), ZoneOffset.UTC);
        var campaignRepository = new CampaignRepository(em);
        var pathRepository = new OptInPathRepository(em);
        campaigns = new CampaignService(campaignRepository, pathRepository, access.audit, clock);
        paths = new OptInPathService(campaignRepository, pathRepository, access.audit, clock);
    }

    @Test
    void aCampaignIsMadeRenamedAndAudited() {
        var news = campaign(" News ");
        news.setName("Breaking news");
        inTransaction(() -> campaigns.update(news));

        assertThat(campaigns.findAll()).extracting(Campaign::getName).containsExactly("Breaking news");
        assertThat(access.audit.find("Campaign", 0, 9))
                .satisfiesExactly(
                        entry -> assertThat(entry.getAction()).isEqualTo(AuditAction.CHANGED),
                        entry -> assertThat(entry.getAction()).isEqualTo(AuditAction.CREATED));
    }

    @Test
    void aCampaignNeedsANameOfItsOwn() {
        campaign("News");
        var votes = campaign("Votes");
        votes.setName("NEWS");

        assertThat(problems(() -> campaigns.create("news", LifeStage.ACTIVE))).containsExactly("name");
        assertThat(problems(() -> campaigns.create(" ", LifeStage.ACTIVE))).containsExactly("name");
        assertThat(problems(() -> campaigns.create(null, LifeStage.ACTIVE))).containsExactly("name");
        assertThat(problems(() -> campaigns.create("x".repeat(256), LifeStage.ACTIVE)))
                .containsExactly("name");
        assertThat(problems(() -> campaigns.create("New", LifeStage.ENDED))).containsExactly("status");
        assertThat(problems(() -> campaigns.update(votes))).containsExactly("name");
    }

    @Test
    void anEndedCampaignEndsItsPathsAndStaysEnded() {
        var news = campaign("News");
        var form = web(news, "Form");
        assertThat(paths.findOpen()).extracting(OptInPath::getName).containsExactly("Form");
        em.clear();

        news.setStatus(LifeStage.ENDED);
        inTransaction(() -> campaigns.update(news));

        assertThat(paths.get(news.getId(), form.getId()).getStatus()).isEqualTo(LifeStage.ENDED);
        assertThat(paths.findOpen()).isEmpty();
        var again = campaigns.get(news.getId());
        em.clear();
        again.setStatus(LifeStage.ACTIVE);
        assertThatThrownBy(() -> inTransaction(() -> campaigns.update(again))).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> web(news, "Late")).isInstanceOf(ConflictException.class);
    }

    @Test
    void endingChangesTheStatusOnlyAndOnlyOfWhatWasRead() {
        var news = campaign("News");
        var form = web(news, "Form");
        var other = web(news, "Other");
        em.clear();

        inTransaction(() -> paths.end(news.getId(), form.getId(), form.getVersion()));

        assertThat(paths.findOpen()).extracting(OptInPath::getName).containsExactly("Other");
        assertThat(access.audit.find("Opt-in path", 0, 1).get(0).getChanges())
                .containsExactly(new AuditChange("Status", "ACTIVE", "ENDED"));
        int outdated = other.getVersion() - 1;
        assertThatThrownBy(() -> inTransaction(() -> paths.end(news.getId(), other.getId(), outdated)))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> inTransaction(() -> campaigns.end(news.getId(), news.getVersion() - 1)))
                .isInstanceOf(ConflictException.class);
        em.clear();

        inTransaction(() -> campaigns.end(news.getId(), news.getVersion()));

        assertThat(campaigns.get(news.getId()).getStatus()).isEqualTo(LifeStage.ENDED);
        assertThat(paths.findOpen()).isEmpty();
        assertThat(access.audit.find("Campaign", 0, 1).get(0).getChanges())
                .containsExactly(new AuditChange("Status", "ACTIVE", "ENDED"));
    }

    @Test
    void pathsOfAPendingCampaignTakeNobodyIn() {
        var news = inTransaction(() -> campaigns.create("News", LifeStage.PENDING));
        web(news, "Form");
        assertThat(paths.findOpen()).isEmpty();
    }

    @Test
    void anEndedPathStaysAsItIs() {
        var form = web(campaign("News"), "Form");
        form.setStatus(LifeStage.ENDED);
        var ended = inTransaction(() -> paths.update(form));
        ended.setStatus(LifeStage.ACTIVE);
        assertThatThrownBy(() -> inTransaction(() -> paths.update(ended))).isInstanceOf(ConflictException.class);
    }

    @Test
    @DisplayName("R4.5 a path needs what it is to send, and where it leads")
    void everyProblemOfAPathIsNamed() {
        var news = campaign("News");
        web(news, "Form");
        var path = paths.draft(news.getId());
        path.setName("form");
        path.setType(OptInPathType.PHONE);
        path.setDoubleOptIn(true);
        path.setWelcomeMessage("x".repeat(1601));
        path.setConfirmMessage(" ");

        assertThat(problems(() -> paths.create(path)))
                .containsExactly("name", "keyword", "welcomeMessage", "confirmMessage");

        path.setName("Text");
        path.setKeyword("join");
        path.setWelcomeMessage("x".repeat(1600));
        path.setConfirmMessage("Reply YES");
        inTransaction(() -> paths.create(path));
        assertThat(paths.get(news.getId(), path.getId()).getKeyword()).isEqualTo("JOIN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "stop", "Help", "j", "JOIN!"})
    void aKeywordIsOneFreeWord(String keyword) {
        var path = phone(campaign("News"), keyword);
        assertThat(problems(() -> paths.create(path))).containsExactly("keyword");
    }

    @Test
    void aKeywordBelongsToOnePath() {
        var news = campaign("News");
        var first = phone(news, "join");
        inTransaction(() -> paths.create(first));
        var second = phone(news, "Join");
        second.setName("Second");
        assertThat(problems(() -> paths.create(second))).containsExactly("keyword");

        first.setStatus(LifeStage.ENDED);
        inTransaction(() -> paths.update(first));
        inTransaction(() -> paths.create(second));
    }

    @Test
    void howPeopleJoinCannotChange() {
        var form = web(campaign("News"), "Form");
        form.setType(OptInPathType.PHONE);
        form.setKeyword("JOIN");
        assertThat(problems(() -> paths.update(form))).containsExactly("type");
    }

    @Test
    void aLostUpdateIsRefused() {
        var news = campaign("News");
        var form = web(news, "Form");
        var again = paths.get(news.getId(), form.getId());
        var newsAgain = campaigns.get(news.getId());
        em.clear();
        again.setWelcomeMessage("Hi");
        newsAgain.setName("Breaking news");
        inTransaction(() -> paths.update(again));
        inTransaction(() -> campaigns.update(newsAgain));

        form.setWelcomeMessage("Hello");
        news.setName("Old news");
        assertThatThrownBy(() -> inTransaction(() -> paths.update(form)))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Somebody else changed this opt-in path");
        assertThatThrownBy(() -> inTransaction(() -> campaigns.update(news))).isInstanceOf(ConflictException.class);
    }

    @Test
    void aPathIsFoundInItsCampaignOnly() {
        var form = web(campaign("News"), "Form");
        var votes = campaign("Votes");
        assertThatThrownBy(() -> paths.get(votes.getId(), form.getId())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> paths.findByCampaign(3)).isInstanceOf(NotFoundException.class);
        assertThat(paths.findByCampaign(votes.getId())).isEmpty();
    }

    private Campaign campaign(String name) {
        return inTransaction(() -> campaigns.create(name, LifeStage.ACTIVE));
    }

    private OptInPath web(Campaign campaign, String name) {
        var path = paths.draft(campaign.getId());
        path.setName(name);
        return inTransaction(() -> paths.create(path));
    }

    private OptInPath phone(Campaign campaign, String keyword) {
        var path = paths.draft(campaign.getId());
        path.setName("Text");
        path.setType(OptInPathType.PHONE);
        path.setKeyword(keyword);
        return path;
    }

    /** The fields that the work is refused for. */
    private List<String> problems(Runnable work) {
        var refused = new ArrayList<String>();
        assertThatThrownBy(() -> inTransaction(work))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> e.problems().stream().map(Problem::field).forEach(refused::add));
        return refused;
    }
}
