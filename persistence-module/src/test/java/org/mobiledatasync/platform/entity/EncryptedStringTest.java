package org.mobiledatasync.platform.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptedStringTest {

    private final EncryptedString converter = new EncryptedString();

    @TempDir
    private Path folder;

    @Test
    void aSecretSurvivesARestartAndIsNotStoredInClear() throws IOException {
        Keyring.open(folder.resolve("secret-key.json"));
        var stored = converter.convertToDatabaseColumn("s3cret-Grüße");
        assertThat(stored).doesNotContain("s3cret");

        Keyring.open(folder.resolve("secret-key.json"));

        assertThat(converter.convertToEntityAttribute(stored)).isEqualTo("s3cret-Grüße");
    }

    @Test
    void equalSecretsAreStoredDifferently() throws IOException {
        Keyring.open(folder.resolve("secret-key.json"));
        assertThat(converter.convertToDatabaseColumn("same")).isNotEqualTo(converter.convertToDatabaseColumn("same"));
    }

    @Test
    void noSecretStaysNoSecret() {
        assertThat(converter.convertToDatabaseColumn(null)).isNull();
        assertThat(converter.convertToEntityAttribute(null)).isNull();
    }

    @Test
    void theKeyFileIsReadableByItsOwnerOnly() throws IOException {
        var file = folder.resolve("new-folder/secret-key.json");
        Keyring.open(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aSecretOfAnotherKeyReadsAsNotSetAndIsCounted() throws IOException {
        Keyring.open(folder.resolve("first.json"));
        var stored = converter.convertToDatabaseColumn("secret");
        Keyring.open(folder.resolve("second.json"));

        assertThat(converter.convertToEntityAttribute(stored)).isNull();
        assertThat(converter.convertToEntityAttribute("not even Base64 !")).isNull();
        assertThat(Keyring.current().unreadableReads()).isEqualTo(2);
    }

    @Test
    void aKeyFileThatIsNoKeysetIsRefusedWithItsName() throws IOException {
        var file = Files.writeString(folder.resolve("secret-key.json"), "{}");
        assertThatThrownBy(() -> Keyring.open(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("secret-key.json");
    }
}
