package org.mobiledatasync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mobiledatasync.integration.boundary.IntegrationService;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.integration.entity.SyncType;
import org.mobiledatasync.platform.TestDatabase;
import org.mobiledatasync.sync.boundary.SyncRunService;
import org.mobiledatasync.sync.entity.RunKind;
import org.mobiledatasync.sync.entity.SyncRun;

/** An integration without an export: what changes here is brought to contacts that the nightly sync has to ask for. */
class WithoutExportTest extends EngineTest {
    private static final int BEA_WITH_EMAIL = 1;
    private static final int CYD = 2;

    private TwoSystems world(TestDatabase database) {
        TwoSystems world = new TwoSystems(database, organisation, SyncType.CONSERVATIVE);
        IntegrationService integrations = world.engine().get(IntegrationService.class);
        Integration integration = integrations.get(world.integrationId());
        integration.setCustomExportUrl(null);
        integrations.update(integration);
        return world;
    }

    private static void bringConsent(TwoSystems world) {
        world.pass(Duration.ofMinutes(5));
        take(world, Deed.FIVE_MINUTE_SYNC, 0);
        world.pass(Duration.ofMinutes(5));
    }

    private static SyncRun night(TwoSystems world) {
        world.pass(Duration.ofDays(1));
        take(world, Deed.NIGHTLY_SYNC, 0);
        assertThat(world.observatory().unbalancedRuns()).isEmpty();
        return world.engine()
                .get(SyncRunService.class)
                .findLastFinished(world.integrationId(), RunKind.NIGHTLY)
                .orElseThrow();
    }

    private static Sight.Contact contact(TwoSystems world) {
        assertThat(world.observatory().look().living()).hasSize(1);
        return world.observatory().look().living().iterator().next();
    }

    /** By what both sides have in common. */
    private static void aContactIsFoundForAnOptIn(TwoSystems world, String field, String value) {
        organisation.add(Map.of("LastName", "Person0", field, value));
        take(world, Deed.PERSON_JOINS, BEA_WITH_EMAIL);
        bringConsent(world);
        assertThat(contact(world).optIn()).isTrue();
    }

    private static void assertNothingIsRead(TwoSystems world) {
        SyncRun run = night(world);
        assertThat(run.getSeen()).isZero();
        assertThat(run.getQuotaUsed()).isZero();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    @DisplayName("R3.5 R5.4 a contact that was found for an opt-in gets the fields that it lacks, and is read once")
    void found(TestDatabase database) {
        try (TwoSystems world = world(database)) {
            aContactIsFoundForAnOptIn(world, "MobilePhone", "2125550100");
            assertThat(contact(world).values()).doesNotContainKey("profile_first_name");
            night(world);

            assertThat(contact(world).values())
                    .containsEntry("profile_first_name", "Bea")
                    .containsEntry("profile_email", "person0@example.org");
            assertNothingIsRead(world);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    @DisplayName("R3.4 R5.4 a field that was changed before an opt-in was brought is brought too")
    void changedBefore(TestDatabase database) {
        try (TwoSystems world = world(database)) {
            aContactIsFoundForAnOptIn(world, "MobilePhone", "2125550100");
            night(world);
            take(world, Deed.PROFILE_RENAMED, CYD);
            take(world, Deed.PERSON_LEAVES, 0);
            take(world, Deed.PERSON_JOINS, BEA_WITH_EMAIL);
            bringConsent(world);
            night(world);

            assertThat(contact(world).values()).containsEntry("profile_first_name", "Cyd");
            assertNothingIsRead(world);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    @DisplayName("R2.1 R6.1 a contact that was found for an opt-out costs no request of the nights")
    void optedOut(TestDatabase database) {
        try (TwoSystems world = world(database)) {
            organisation.add(Map.of("LastName", "Person0", "MobilePhone", "2125550100", "Mobile_Subscriber__c", true));
            take(world, Deed.PERSON_LEAVES, 0);
            bringConsent(world);
            assertThat(contact(world).optIn()).isFalse();

            assertNothingIsRead(world);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    @DisplayName("R8 R6.1 a contact without a number is reported once, and read again when the profile changes")
    void noNumber(TestDatabase database) {
        try (TwoSystems world = world(database)) {
            aContactIsFoundForAnOptIn(world, "Email", "person0@example.org");

            assertThat(night(world).getSeen()).isEqualTo(1);
            assertNothingIsRead(world);
            take(world, Deed.PROFILE_RENAMED, CYD);
            assertThat(night(world).getSeen()).isEqualTo(1);
            assertNothingIsRead(world);
        }
    }
}
