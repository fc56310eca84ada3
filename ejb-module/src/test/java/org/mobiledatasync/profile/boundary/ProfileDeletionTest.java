package org.mobiledatasync.profile.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mobiledatasync.platform.Samples.NOW;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.access.entity.AuditAction;
import org.mobiledatasync.consent.entity.ConsentAction;
import org.mobiledatasync.consent.entity.ConsentEventRepository;
import org.mobiledatasync.consent.entity.SuppressionRepository;
import org.mobiledatasync.integration.entity.IntegrationRepository;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.platform.entity.NotFoundException;
import org.mobiledatasync.profile.entity.ProfileRepository;
import org.mobiledatasync.profile.entity.ProfileStatus;
import org.mobiledatasync.sync.entity.ContactUpdate;
import org.mobiledatasync.sync.entity.OutboundChange;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.RunKind;

class ProfileDeletionTest extends ProfileServiceFixture {

    @Test
    @DisplayName("R4.8 a deleted profile leaves an event, its suppression, and its number opted out")
    void deletionKeepsConsent() {
        suppress();
        var made = create();
        inTransaction(() -> service.remove(made.getId(), ADA));

        assertThatThrownBy(() -> directory.get(made.getId())).isInstanceOf(NotFoundException.class);
        assertThat(new ConsentEventRepository(em).findByPhone(PHONE))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getAction()).isEqualTo(ConsentAction.PROFILE_DELETED);
                    assertThat(event.getOldStatus()).isEqualTo("OPTED_OUT");
                    assertThat(event.getActor()).isEqualTo("ada");
                });
        assertThat(create().getStatus()).isEqualTo(ProfileStatus.OPTED_OUT);
    }

    @Test
    @DisplayName("R4.1 R4.8 who left the last campaign without a STOP stays out after the deletion too")
    void deletionSuppressesWhoOptedOut() {
        var made = create();
        inTransaction(() -> new ProfileRepository(em).get(made.getId()).setStatus(ProfileStatus.OPTED_OUT));

        inTransaction(() -> service.remove(made.getId(), ADA));

        assertThat(new SuppressionRepository(em).find(PHONE)).isPresent();
        assertThat(new ConsentEventRepository(em).findByPhone(PHONE))
                .extracting(event -> event.getAction())
                .containsExactlyInAnyOrder(ConsentAction.PROFILE_DELETED, ConsentAction.SUPPRESSED);
        assertThat(create().getStatus()).isEqualTo(ProfileStatus.OPTED_OUT);
    }

    @Test
    @DisplayName("R5.1 a profile whose opt-out still waits for the CRM cannot be deleted")
    void aPendingOptOutKeepsTheProfile() {
        var made = create();
        var integration = inTransaction(() -> {
            var active = samples.integration("Salesforce");
            active.setActive(true);
            em.persist(new OutboundChange(active.getId(), made.getId(), false, NOW));
            return active;
        });
        assertThatThrownBy(() -> inTransaction(() -> service.remove(made.getId(), ADA)))
                .isInstanceOf(ConflictException.class);

        inTransaction(
                () -> new IntegrationRepository(em).get(integration.getId()).setActive(false));
        inTransaction(() -> service.remove(made.getId(), ADA));
    }

    @Test
    @DisplayName("R8.1 a profile that a nightly sync is at work with cannot be deleted: its record would get lost")
    void updateWaiting() {
        var made = create();
        var update = inTransaction(() -> {
            var salesforce = samples.integration("Salesforce");
            var link = samples.link(salesforce, made, "003000000000001AAA");
            var waiting = new ContactUpdate(samples.run(salesforce, RunKind.NIGHTLY), link, Map.of(), true)
                    .reporting(Outcome.OPT_IN_EXPORTED, null, "OPT_IN_SENT", "", null);
            em.persist(waiting);
            return waiting;
        });
        assertThatThrownBy(() -> inTransaction(() -> service.remove(made.getId(), ADA)))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("nightly sync");

        inTransaction(() -> em.remove(em.find(ContactUpdate.class, update.getId())));
        inTransaction(() -> service.remove(made.getId(), ADA));
        assertThat(audited()).contains(AuditAction.REMOVED);
    }
}
