package org.mobiledatasync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiledatasync.integration.entity.SyncType;
import org.mobiledatasync.platform.TestDatabase;
import org.mobiledatasync.profile.boundary.ProfileInput;
import org.mobiledatasync.profile.boundary.SignUpService;
import org.mobiledatasync.profile.entity.ProfileField;
import org.mobiledatasync.schedule.entity.JobKind;
import org.mobiledatasync.sync.boundary.SyncRunService;
import org.mobiledatasync.sync.entity.RunKind;
import org.mobiledatasync.sync.entity.RunState;
import org.mobiledatasync.sync.entity.SyncRun;

/** People who sign up, through the form that everybody may send, with addresses that fill the address of a call. */
class StrangeAddressesTest extends EngineTest {
    private static final int PEOPLE = 50;
    private static final String ORDINARY = "+12125550199";

    @ParameterizedTest
    @ValueSource(ints = {60, 240})
    @DisplayName("R5.2 an opt-out behind fifty people with strange addresses reaches Salesforce")
    void theOthersAreBrought(int length) {
        try (TwoSystems world = new TwoSystems(TestDatabase.H2, organisation, SyncType.CONSERVATIVE)) {
            for (int i = 0; i < PEOPLE; i++) {
                joinAndLeave(world, "+121255501" + (10 + i), "é".repeat(length) + i + "@example.org");
            }
            organisation.add(Map.of("LastName", "Byron", "MobilePhone", "2125550199", "Mobile_Subscriber__c", true));
            joinAndLeave(world, ORDINARY, "byron@example.org");

            world.sync(JobKind.FIVE_MINUTE_SYNC);

            SyncRun run = world.engine()
                    .get(SyncRunService.class)
                    .findLastFinished(world.integrationId(), RunKind.PUSH)
                    .orElseThrow();
            assertThat(run.getState()).as(run.getMessage()).isEqualTo(RunState.COMPLETED);
            assertThat(run.getSeen()).isEqualTo(PEOPLE + 1);
            assertThat(organisation.contacts()).singleElement().satisfies(contact -> assertThat(
                            contact.getBoolean("Mobile_Subscriber__c"))
                    .isFalse());
        }
    }

    private static void joinAndLeave(TwoSystems world, String phone, String email) {
        SignUpService form = world.engine().get(SignUpService.class);
        form.join(
                phone,
                new ProfileInput(Map.of(ProfileField.LAST_NAME, "Person", ProfileField.EMAIL, email), null),
                List.of(world.pathId()),
                "the form");
        form.leave(phone, "STOP");
    }
}
