package org.mobiledatasync.profile.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mobiledatasync.platform.Samples.NOW;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.access.entity.AuditAction;
import org.mobiledatasync.campaign.entity.Subscription;
import org.mobiledatasync.campaign.entity.SubscriptionStatus;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.InvalidInputException.Problem;
import org.mobiledatasync.profile.entity.FirstSeenType;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileField;
import org.mobiledatasync.profile.entity.ProfileFilter;
import org.mobiledatasync.profile.entity.ProfileOrder;
import org.mobiledatasync.profile.entity.ProfileStatus;

class ProfileServiceTest extends ProfileServiceFixture {

    @Test
    @DisplayName("R1.1 a form and a search take a number without a country code as one of the integration's country")
    void theCountryIsTheIntegrations() {
        inTransaction(() -> samples.integration("Salesforce").setDefaultRegion("MX"));

        inTransaction(() -> service.create("55 1234 5678", NOTHING, FirstSeenType.ADMINISTRATOR));

        var typed = new ProfileFilter("(55) 1234-5678", null, null, null);
        assertThat(directory.find(typed, ProfileOrder.NEWEST, 0, 10))
                .extracting(found -> found.profile().getPhone())
                .containsExactly("+525512345678");
    }

    @Test
    @DisplayName("R1.1 a number typed in any form becomes the key")
    void aProfileIsMade() {
        var input = new ProfileInput(
                Map.of(ProfileField.FIRST_NAME, " Ada ", ProfileField.CITY, " "), Map.of("shirt", " M ", "none", ""));
        var id = inTransaction(() -> service.create("(212) 555-0101", "US", input, FirstSeenType.ADMINISTRATOR))
                .getId();

        var profile = directory.get(id).profile();
        assertThat(profile.getPhone()).isEqualTo(PHONE);
        assertThat(profile.getFirstName()).isEqualTo("Ada");
        assertThat(profile.getCity()).isNull();
        assertThat(profile.getCustomFields()).isEqualTo(Map.of("shirt", "M"));
        assertThat(profile.getFirstSeenType()).isEqualTo(FirstSeenType.ADMINISTRATOR);
        assertThat(profile.getStatus()).isEqualTo(ProfileStatus.NO_SUBSCRIPTIONS);
        assertThat(audited()).containsExactly(AuditAction.CREATED);
    }

    @Test
    void everyFieldThatCannotBeStoredIsNamed() {
        var input = new ProfileInput(
                Map.of(
                        ProfileField.FIRST_NAME, "x".repeat(256),
                        ProfileField.EMAIL, "ada@example",
                        ProfileField.POSTAL_CODE, "1\0"),
                Map.of(" ", "x"));

        assertThatThrownBy(() -> inTransaction(() -> service.create("555", "US", NOTHING, FirstSeenType.API)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("phone"));
        assertThatThrownBy(() -> inTransaction(() -> service.create("x", "US", input, FirstSeenType.API)))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.problems())
                        .extracting(Problem::field)
                        .containsExactlyInAnyOrder(
                                "phone", "firstName", "email", "address.postalCode", "customFields"));
    }

    @Test
    @DisplayName("R1.1 a number has one profile")
    void aNumberHasOneProfile() {
        create();
        assertThatThrownBy(this::create).isInstanceOf(ConflictException.class).hasMessageContaining(PHONE);
    }

    @Test
    @DisplayName("R4.1 a new profile of a suppressed number is opted out")
    void aSuppressedNumberStaysOptedOut() {
        suppress();
        assertThat(create().getStatus()).isEqualTo(ProfileStatus.OPTED_OUT);
    }

    @Test
    @DisplayName("R3.4 a change by hand is marked for the nightly sync, with the fields it replaces")
    void aChangeIsMarked() {
        var made = create();
        inTransaction(() -> service.update(
                made.getId(),
                made.getVersion(),
                new ProfileInput(Map.of(ProfileField.LAST_NAME, "Lovelace"), Map.of("a", "b")),
                ADA));

        var changed = directory.get(made.getId()).profile();
        assertThat(changed.getLastName()).isEqualTo("Lovelace");
        assertThat(changed.getChangedHereAt()).isEqualTo(NOW.plusDays(1));
        em.clear();

        inTransaction(() -> service.update(made.getId(), changed.getVersion(), NOTHING, ADA));
        var cleared = directory.get(made.getId()).profile();
        assertThat(cleared.getLastName()).isNull();
        assertThat(cleared.getCustomFields()).isEqualTo(Map.of("a", "b"));
        assertThat(audited()).containsExactly(AuditAction.CHANGED, AuditAction.CHANGED, AuditAction.CREATED);
    }

    @Test
    void nothingChangedIsNoChange() {
        var made = create();
        inTransaction(() -> service.update(made.getId(), made.getVersion(), NOTHING, ADA));
        assertThat(directory.get(made.getId()).profile().getChangedHereAt()).isNull();
        assertThat(audited()).containsExactly(AuditAction.CREATED);
    }

    @Test
    void aLostUpdateIsRefused() {
        var made = create();
        var input = new ProfileInput(Map.of(ProfileField.LAST_NAME, "Lovelace"), null);
        inTransaction(() -> service.update(made.getId(), made.getVersion(), input, ADA));
        assertThatThrownBy(() -> inTransaction(() -> service.update(made.getId(), made.getVersion(), NOTHING, ADA)))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    @DisplayName("S18 an active person who gains an e-mail address is exported again")
    void anEmailMakesExportable() {
        var email = new ProfileInput(Map.of(ProfileField.EMAIL, "ada@example.org"), null);
        var made = create();
        inTransaction(() -> service.update(made.getId(), made.getVersion(), email, ADA));
        assertThat(changes.fired).as("not subscribed").isEmpty();

        var active = inTransaction(() -> samples.profile("+12125550102"));
        inTransaction(() -> em.find(Profile.class, active.getId()).setStatus(ProfileStatus.ACTIVE_SUBSCRIBER));
        var version = directory.get(active.getId()).profile().getVersion();
        em.clear();
        inTransaction(() -> service.update(active.getId(), version, email, ADA));
        assertThat(changes.fired).containsExactly("in " + active.getId());

        var linked = inTransaction(() -> {
            var profile = samples.profile("+12125550103");
            profile.setStatus(ProfileStatus.ACTIVE_SUBSCRIBER);
            samples.link(samples.integration("Salesforce"), profile, "003000000000001AAA");
            return profile;
        });
        inTransaction(() -> service.update(linked.getId(), linked.getVersion(), email, ADA));
        assertThat(changes.fired).as("linked already").hasSize(1);
    }

    @Test
    void aProfileIsListedWithWhatBelongsToIt() {
        inTransaction(() -> {
            var profile = samples.profile(PHONE);
            var path = samples.webPath(samples.campaign("News"), "Form");
            em.persist(new Subscription(profile.getId(), path, SubscriptionStatus.ACTIVE, "WEB_FORM", NOW));
            samples.link(samples.integration("Salesforce"), profile, "003000000000001AAA");
            samples.profile("+12125550102");
        });

        for (var filter : List.of(
                new ProfileFilter("(212) 555-0101", null, null, null),
                new ProfileFilter(null, null, null, "212-555-0101"),
                new ProfileFilter(null, null, null, "555 0101"))) {
            assertThat(directory.count(filter)).isEqualTo(1);
            assertThat(directory.find(filter, ProfileOrder.NEWEST, 0, 9))
                    .singleElement()
                    .satisfies(details -> {
                        assertThat(details.memberships().get(0).campaignName()).isEqualTo("News");
                        assertThat(details.memberships().get(0).optInPathName()).isEqualTo("Form");
                        assertThat(details.crmMatches().get(0).integrationName())
                                .isEqualTo("Salesforce");
                        assertThat(details.crmMatches().get(0).constituentId()).isEqualTo("003000000000001AAA");
                    });
        }
        assertThat(directory.find(new ProfileFilter(null, null, null, null), ProfileOrder.NEWEST, 0, 9))
                .extracting(details -> details.memberships().size())
                .containsExactly(0, 1);
    }
}
