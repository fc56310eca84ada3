package org.mobiledatasync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiledatasync.integration.entity.SyncType;
import org.mobiledatasync.platform.TestDatabase;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.quota.boundary.QuotaService;
import org.mobiledatasync.schedule.entity.JobKind;
import org.mobiledatasync.sync.boundary.PreviewService;
import org.mobiledatasync.sync.boundary.SyncRunService;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.Preview;
import org.mobiledatasync.sync.entity.PreviewFindings;
import org.mobiledatasync.sync.entity.PreviewFindings.Join;
import org.mobiledatasync.sync.entity.PreviewFindings.JoinText;
import org.mobiledatasync.sync.entity.PreviewState;
import org.mobiledatasync.sync.entity.RunKind;
import org.mobiledatasync.sync.entity.SyncRun;

/** What a preview says, and that it does nothing. */
class PreviewTest extends EngineTest {
    private static final int STEPS = 60;

    /** Its own progress, its job, and the count of calls that move no record. */
    private static final Set<String> ITS_OWN = Set.of("preview", "job", "quota_day");

    /** What the nightly sync finds out only by asking Salesforce for contacts that are gone. */
    private static final Set<Deed> UNFORESEEABLE =
            EnumSet.of(Deed.CONTACT_DELETED, Deed.CONTACTS_MERGED, Deed.NIGHTLY_SYNC_KILLED);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    @DisplayName("a preview writes nothing on either side, and the night does what it said")
    void saysWhatTheNightDoes(long seed) {
        SyncType syncType = seed % 3 == 0 ? SyncType.LIBERAL : SyncType.CONSERVATIVE;
        TestDatabase database = seed == 1 ? TestDatabase.POSTGRESQL : TestDatabase.H2;
        try (TwoSystems world = new TwoSystems(database, organisation, syncType)) {
            for (Step step : History.of(seed, STEPS).steps()) {
                if (!UNFORESEEABLE.contains(step.deed())) {
                    step.deed().happen(world, world.observatory().look(), step.who(), step.what());
                }
            }
            organisation.calm();
            world.pass(Duration.ofDays(1));
            Map<String, List<String>> tables = world.observatory().everythingBut(ITS_OWN);
            List<JsonObject> contacts = organisation.contacts();

            Preview preview = preview(world);

            assertThat(preview.getState()).as(preview.getMessage()).isEqualTo(PreviewState.READY);
            assertThat(world.observatory().everythingBut(ITS_OWN)).isEqualTo(tables);
            assertThat(organisation.contacts()).isEqualTo(contacts);
            assertThat(world.engine()
                            .get(QuotaService.class)
                            .today(world.integrationId())
                            .used())
                    .isZero();
            keepsItsWord(world, preview.getFindings());
        }
    }

    private void keepsItsWord(TwoSystems world, PreviewFindings findings) {
        Sight before = world.observatory().look();
        world.pass(Duration.ofMinutes(10));
        world.sync(JobKind.NIGHTLY_SYNC);
        SyncRunService runs = world.engine().get(SyncRunService.class);
        SyncRun night =
                runs.findLastFinished(world.integrationId(), RunKind.NIGHTLY).orElseThrow();
        Sight after = world.observatory().look();

        assertThat(runs.outcomes(night)).isEqualTo(findings.counts());
        assertThat(night.getSeen()).isEqualTo(findings.records());
        assertThat(night.getQuotaUsed()).isEqualTo(findings.forSalesforce().updates());
        assertThat(after.people().size() - before.people().size()).isEqualTo((int) findings.newProfiles());
        assertThat(welcomes(after) - welcomes(before)).isEqualTo(findings.welcomes());
    }

    @Test
    @DisplayName(
            "R4.6 it says who would be texted, whom Salesforce would hear of, and shows a few records of each class")
    void namesPeopleAndRequests() {
        try (TwoSystems world = new TwoSystems(TestDatabase.H2, organisation, SyncType.CONSERVATIVE)) {
            for (int i = 0; i < 7; i++) {
                organisation.add(
                        Map.of("LastName", "New" + i, "MobilePhone", "212555020" + i, "Mobile_Subscriber__c", i > 0));
            }
            take(world, Deed.PERSON_JOINS, 1);

            PreviewFindings findings = preview(world).getFindings();

            assertThat(findings.counts()).isEqualTo(Map.of(Outcome.PROFILE_CREATED, 6L, Outcome.NO_IMPORT, 1L));
            assertThat(findings.newProfiles()).isEqualTo(6);
            assertThat(findings.joins()).containsExactly(new Join(world.pathId(), "Website", JoinText.WELCOME, 6));
            assertThat(findings.samplesOf(Outcome.PROFILE_CREATED)).hasSize(5).allSatisfy(sample -> {
                assertThat(sample.name()).startsWith("New");
                assertThat(sample.phone()).startsWith("+1212555020");
                assertThat(sample.changes())
                        .anySatisfy(change -> assertThat(change.to()).isEqualTo(sample.name()));
            });
            // The person who joined here waits for the five-minute sync: found by two reads at most, then made.
            assertThat(findings.forSalesforce().creates()).isEqualTo(1);
            assertThat(findings.forSalesforce().requests()).isEqualTo(3);
        }
    }

    @Test
    @DisplayName("R7.3 it is refused while the nightly sync is at work, and ends when that begins")
    void givesWayToTheNight() {
        try (TwoSystems world = new TwoSystems(TestDatabase.H2, organisation, SyncType.CONSERVATIVE)) {
            PreviewService previews = world.engine().get(PreviewService.class);
            previews.start(world.integrationId());
            assertThatThrownBy(() -> previews.start(world.integrationId()))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("being made already");
            world.engine().get(SyncRunService.class).start(world.integrationId(), RunKind.NIGHTLY);

            world.sync(JobKind.PREVIEW);

            Preview ended = previews.get(world.integrationId());
            assertThat(ended.getState()).isEqualTo(PreviewState.STOPPED);
            assertThat(ended.getMessage()).contains("nightly sync began");
            assertThatThrownBy(() -> previews.start(world.integrationId()))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("nightly sync is at work");
        }
    }

    @Test
    void stopsWhenAsked() {
        try (TwoSystems world = new TwoSystems(TestDatabase.H2, organisation, SyncType.CONSERVATIVE)) {
            PreviewService previews = world.engine().get(PreviewService.class);
            previews.start(world.integrationId());
            previews.stop(world.integrationId());

            world.sync(JobKind.PREVIEW);

            assertThat(previews.get(world.integrationId()).getState()).isEqualTo(PreviewState.STOPPED);
            assertThat(preview(world).getState()).as("another one").isEqualTo(PreviewState.READY);
        }
    }

    @Test
    @DisplayName("R9 what is not the export is said, and nothing is kept of it")
    void saysWhatIsWrongWithTheExport() {
        try (TwoSystems world = new TwoSystems(TestDatabase.H2, organisation, SyncType.CONSERVATIVE)) {
            organisation.fault("html", "report", 6);

            Preview failed = preview(world);

            assertThat(failed.getState()).isEqualTo(PreviewState.FAILED);
            assertThat(failed.getMessage()).contains("sign-in page");
            assertThat(data.resolve("one/spool")).isEmptyDirectory();
        }
    }

    private static Preview preview(TwoSystems world) {
        PreviewService previews = world.engine().get(PreviewService.class);
        previews.start(world.integrationId());
        world.sync(JobKind.PREVIEW);
        return previews.get(world.integrationId());
    }

    private static long welcomes(Sight sight) {
        return sight.welcomes().values().stream().mapToLong(Long::longValue).sum();
    }
}
