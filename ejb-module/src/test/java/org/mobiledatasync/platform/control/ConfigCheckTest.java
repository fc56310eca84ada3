package org.mobiledatasync.platform.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigCheckTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void useDataFolder() {
        System.setProperty("DATA_DIR", folder.resolve("data").toString());
    }

    @AfterEach
    void forgetSettings() {
        Arrays.stream(Settings.values()).map(Settings::name).forEach(System::clearProperty);
    }

    @Test
    void theDefaultsCanBeUsedAndTheFolderAndKeyFileAreMade() {
        assertThat(ConfigCheck.problems()).isEmpty();
        assertThat(folder.resolve("data/secret-key.json")).exists();
    }

    @Test
    void everyUnreadableSettingIsNamedAtOnce() {
        System.setProperty("QUIET_HOURS_START", "25:00");
        System.setProperty("LEASE_MINUTES", "-1");

        assertThat(ConfigCheck.problems())
                .containsExactlyInAnyOrder(
                        "QUIET_HOURS_START must be a time such as 21:00, but is '25:00'.",
                        "LEASE_MINUTES must be a whole number, but is '-1'.");
    }

    @Test
    void aFileInPlaceOfTheDataFolderIsRefused() throws IOException {
        Files.writeString(folder.resolve("data"), "not a folder");
        assertThat(ConfigCheck.problems()).singleElement().asString().contains("DATA_DIR", "cannot be made");
    }

    @Test
    void aKeyFileThatIsNoKeysetIsRefused() throws IOException {
        var file = Files.writeString(folder.resolve("key.json"), "no keyset");
        System.setProperty("SECRET_KEY_FILE", file.toString());
        assertThat(ConfigCheck.problems()).singleElement().asString().contains("SECRET_KEY_FILE", "key.json");
    }

    @Test
    void aGivenValueWinsOverTheDefaultAndABlankOneDoesNot() {
        System.setProperty("QUIET_HOURS_START", "20:30");
        System.setProperty("QUIET_HOURS_END", " ");
        System.setProperty("SALESFORCE_ALLOWED_HOSTS", "http://localhost:8123, https://crm.example.org ,");

        assertThat(Settings.QUIET_HOURS_START.time()).isEqualTo(LocalTime.of(20, 30));
        assertThat(Settings.QUIET_HOURS_END.time()).isEqualTo(LocalTime.of(8, 0));
        assertThat(Settings.SALESFORCE_ALLOWED_HOSTS.list())
                .containsExactly("http://localhost:8123", "https://crm.example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8123",
                "crm.example.org",
                "http://",
                "ftp://crm.example.org",
                "https://crm.example.org/path",
                "https://crm example.org",
                "https://user@crm.example.org"
            })
    void anAllowedHostThatIsNoAddressIsRefusedAndNamed(String entry) {
        System.setProperty("SALESFORCE_ALLOWED_HOSTS", "https://good.example.org, " + entry);

        assertThat(ConfigCheck.problems())
                .singleElement()
                .asString()
                .contains("SALESFORCE_ALLOWED_HOSTS cannot be read: '" + entry + "'", "such as https://");
    }

    @Test
    void aSecretIsNeverShown() {
        assertThat(Settings.ADMIN_PASSWORD.shown()).isEqualTo("not set");
        System.setProperty("ADMIN_PASSWORD", "hunter2hunter2");
        assertThat(Settings.ADMIN_PASSWORD.shown()).isEqualTo("set");
    }
}
