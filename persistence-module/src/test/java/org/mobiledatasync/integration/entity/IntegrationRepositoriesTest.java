package org.mobiledatasync.integration.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mobiledatasync.platform.Samples.NOW;

import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.RoundTrip;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.platform.entity.Keyring;
import org.mobiledatasync.platform.entity.NotFoundException;

class IntegrationRepositoriesTest extends DatabaseTest {

    private static final List<String> SECRETS =
            List.of("my password", "my security token", "my client secret", "my private key");

    @TempDir
    private Path folder;

    private IntegrationRepository integrations;
    private FieldMappingRepository mappings;
    private OptInPathRuleRepository rules;
    private Samples samples;

    @BeforeEach
    void makeRepositories() throws IOException {
        Keyring.open(folder.resolve("key.json"));
        integrations = new IntegrationRepository(em);
        mappings = new FieldMappingRepository(em);
        rules = new OptInPathRuleRepository(em);
        samples = new Samples(em);
    }

    @Test
    @DisplayName("S2 every setting of the configuration form comes back as it was stored")
    void everyColumnOfAnIntegrationComesBack() {
        var stored = storeWithEverything();

        assertThat(stored.getId()).isPositive();
        RoundTrip.assertSame(stored, integrations.get(stored.getId()));
        RoundTrip.assertEveryColumnIsFilled(database, "integration");
    }

    @Test
    void aNewIntegrationHasTheDefaultsOfTheGuide() {
        var id = inTransaction(() -> samples.integration("Salesforce").getId());
        var read = integrations.get(id);

        assertThat(read.isActive()).isFalse();
        assertThat(read.getSyncType()).isEqualTo(SyncType.CONSERVATIVE);
        assertThat(read.getContactDefaults().getSourceCode()).isEqualTo("Mobile Commons");
        assertThat(read.getContactDefaults().getMobileOptInField()).isEqualTo("Mobile_Subscriber_c");
        assertThat(read.getContactDefaults().getDefaultFirstName()).isEqualTo("Contact");
        assertThat(read.getContactDefaults().getDefaultLastName()).isEmpty();
        assertThat(read.getDailyApiQuota()).isNull();
        assertThat(read.getNightlyAt()).isEqualTo(LocalTime.of(2, 0));
    }

    @Test
    @DisplayName("no secret lies in the database in clear")
    void secretsAreEncryptedAtRest() {
        storeWithEverything();

        var columns = secretColumns();

        assertThat(columns).hasSize(SECRETS.size());
        for (int i = 0; i < SECRETS.size(); i++) {
            assertThat(columns.get(i)).isNotBlank().doesNotContain(SECRETS.get(i), "my ");
        }
    }

    @Test
    void integrationsComeInTheOrderOfTheirMakingAndKeepTheirName() {
        var first = inTransaction(() -> samples.integration("Salesforce"));
        var second = inTransaction(() -> samples.integration("Another"));

        assertThat(integrations.findAll()).extracting(Integration::getName).containsExactly("Salesforce", "Another");
        assertThat(integrations.findAllIds()).containsExactly(first.getId(), second.getId());
        assertThatThrownBy(() -> integrations.get(3))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("There is no integration 3.");
        assertRefused(() -> samples.integration("Another"));
    }

    @Test
    void anEditedDetachedIntegrationIsTakenInAndAnOutdatedOneRefused() {
        var stored = inTransaction(() -> samples.integration("Salesforce"));
        stored.setNotes("edited");
        inTransaction(() -> integrations.update(stored));
        assertThat(integrations.get(stored.getId()).getNotes()).isEqualTo("edited");
        em.clear();

        stored.setNotes("outdated: its version is the first one");
        assertRefused(() -> integrations.update(stored));
    }

    @Test
    @DisplayName("who read the integration before its mappings changed can't save over it")
    void aRaisedVersionMakesWhatWasReadBeforeOutdated() {
        var stored = inTransaction(() -> samples.integration("Salesforce"));
        inTransaction(() -> {
            integrations.raiseVersion(integrations.get(stored.getId()));
            return null;
        });
        em.clear();
        assertThat(integrations.get(stored.getId()).getVersion()).isEqualTo(stored.getVersion() + 1);
        em.clear();

        stored.setNotes("outdated");
        assertRefused(() -> integrations.update(stored));
    }

    @Test
    @DisplayName("S11 every column of a mapping comes back; a field is mapped once per integration")
    void mappingsKeepTheOrderOfTheirMaking() {
        var integrationId =
                inTransaction(() -> samples.integration("Salesforce").getId());
        var phone = new FieldMapping(integrationId, FieldMapping.PHONE, "MobilePhone", "phone_number");
        phone.setOnConflict(OnConflict.MOBILE);
        phone.setRequired(true);
        inTransaction(() -> mappings.add(phone));
        RoundTrip.assertEveryColumnIsFilled(database, "field_mapping");
        inTransaction(() -> mappings.add(new FieldMapping(integrationId, "address_city", null, null)));

        var read = mappings.findByIntegration(integrationId);
        assertThat(read).extracting(FieldMapping::getField).containsExactly("phone_number", "address_city");
        RoundTrip.assertSame(phone, read.get(0));
        assertRefused(() -> mappings.add(new FieldMapping(integrationId, FieldMapping.PHONE, "Phone", null)));

        inTransaction(
                () -> mappings.remove(mappings.findByIntegration(integrationId).get(0)));
        assertThat(mappings.findByIntegration(integrationId)).hasSize(1);
    }

    @Test
    @DisplayName("R4.7 rules come in the order in which they are tried")
    void rulesKeepTheirOrder() {
        var path = inTransaction(() -> samples.webPath(samples.campaign("News"), "Form"));
        var integrationId =
                inTransaction(() -> samples.integration("Salesforce").getId());
        var second = new OptInPathRule(integrationId, 2, "Group", "Teachers", path.getId());
        inTransaction(() -> rules.add(second));
        RoundTrip.assertEveryColumnIsFilled(database, "opt_in_path_rule");
        inTransaction(() -> rules.add(new OptInPathRule(integrationId, 1, "Group", "Nurses", path.getId())));

        var read = rules.findByIntegration(integrationId);
        assertThat(read).extracting(OptInPathRule::getValue).containsExactly("Nurses", "Teachers");
        RoundTrip.assertSame(second, read.get(1));

        inTransaction(() -> rules.remove(rules.findByIntegration(integrationId).get(0)));
        assertThat(rules.findByIntegration(integrationId)).hasSize(1);
    }

    @Test
    void anIntegrationTakesItsMappingsAndRulesWithIt() {
        var path = inTransaction(() -> samples.webPath(samples.campaign("News"), "Form"));
        var id = inTransaction(() -> {
            var integrationId = samples.integration("Salesforce").getId();
            mappings.add(new FieldMapping(integrationId, FieldMapping.PHONE, "MobilePhone", null));
            rules.add(new OptInPathRule(integrationId, 1, "Group", "Nurses", path.getId()));
            return integrationId;
        });

        inTransaction(() -> integrations.remove(integrations.get(id)));

        assertThat(integrations.find(id)).isEmpty();
        assertThat(mappings.findByIntegration(id)).isEmpty();
        assertThat(rules.findByIntegration(id)).isEmpty();
    }

    private Integration storeWithEverything() {
        return inTransaction(() -> {
            var integration = new Integration("Salesforce", NOW);
            integration.setActive(true);
            integration.setSyncType(SyncType.LIBERAL);
            integration.getSignIn().setAuthMethod(AuthMethod.PASSWORD);
            integration.getSignIn().setLogin("sync@example.org");
            integration.getSignIn().setPassword(SECRETS.get(0));
            integration.getSignIn().setSecurityToken(SECRETS.get(1));
            integration.getSignIn().setApiHost("example.my.salesforce.com");
            integration.getSignIn().setClientId("client");
            integration.getSignIn().setClientSecret(SECRETS.get(2));
            integration.getSignIn().setPrivateKey(SECRETS.get(3));
            integration.getContactDefaults().setDefaultFirstName("Friend");
            integration.getContactDefaults().setDefaultLastName("Unknown");
            integration.getContactDefaults().setSourceCode("SMS");
            integration.getContactDefaults().setMobileOptInField("Mobile_Subscriber__c");
            integration.getContactDefaults().setExternalIdField("Sms_Id__c");
            integration.setCustomExportUrl("https://example.my.salesforce.com/00O?isdtp=CSV");
            integration.setWebOptInPathId(
                    samples.webPath(samples.campaign("News"), "CRM").getId());
            integration.setDailyApiQuota(5000);
            integration.setNotes("n".repeat(4000));
            integration.setTimeZone("America/New_York");
            integration.setNightlyAt(LocalTime.of(3, 30, 15));
            integration.setDefaultRegion("CA");
            integration.needsAttention("The password expired.", NOW.plusHours(1));
            integration.setActivatedAt(NOW.plusHours(2));
            integrations.add(integration);
            return integration;
        });
    }

    private List<String> secretColumns() {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select password, security_token, client_secret, private_key from integration")) {
            row.next();
            var columns = new ArrayList<String>();
            for (int column = 1; column <= 4; column++) {
                columns.add(row.getString(column));
            }
            return columns;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertRefused(Runnable work) {
        assertThatThrownBy(() -> inTransaction(work)).isInstanceOf(PersistenceException.class);
    }
}
