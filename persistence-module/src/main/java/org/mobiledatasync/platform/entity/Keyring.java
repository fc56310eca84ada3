package org.mobiledatasync.platform.entity;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The keys that encrypt stored secrets: a Tink keyset (AES-256-GCM) in a JSON file of its own.
 *
 * <p>The file may hold several keys: the primary one encrypts, all of them decrypt, so a key is rotated by adding a new
 * primary key with Tink's {@code tinkey rotate-keyset}. Who loses the file loses the stored secrets, and nothing else.
 *
 * <p>One keyring is open per application. It is opened once at start-up ({@link #open}) and kept in a static field,
 * because JPA makes its converters itself, where nothing can be injected.
 */
public final class Keyring {

    private static final byte[] CONTEXT = "mobiledatasync".getBytes(StandardCharsets.UTF_8);

    private static volatile Keyring current;

    private final Aead aead;
    private final AtomicLong unreadable = new AtomicLong();

    private Keyring(Aead aead) {
        this.aead = aead;
    }

    /**
     * Opens the keyring of this application, making the file with a new key, readable by its owner only, when there is
     * none.
     *
     * @throws IOException when the file can be neither read nor made, or is no keyset
     */
    public static void open(Path file) throws IOException {
        try {
            AeadConfig.register();
            var keys = Files.exists(file) ? read(file) : create(file);
            current = new Keyring(keys.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " does not hold a keyset of Tink: " + e.getMessage(), e);
        }
    }

    /**
     * The keyring that was opened.
     *
     * @throws IllegalStateException when none was
     */
    public static Keyring current() {
        if (current == null) {
            throw new IllegalStateException("The keyring is not open yet: the start-up check opens it");
        }
        return current;
    }

    private static KeysetHandle read(Path file) throws IOException, GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
    }

    private static KeysetHandle create(Path file) throws IOException, GeneralSecurityException {
        var keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        var json = TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
        try {
            PrivateFile.create(file, json);
        } catch (FileAlreadyExistsException e) {
            return read(file); // another server on the same folder was quicker
        }
        return keys;
    }

    /** Encrypts with the primary key; the result is Base64 and differs each time. */
    String encrypt(String secret) throws GeneralSecurityException {
        return Base64.getEncoder().encodeToString(aead.encrypt(secret.getBytes(StandardCharsets.UTF_8), CONTEXT));
    }

    /**
     * Decrypts what {@link #encrypt} made.
     *
     * @throws GeneralSecurityException when it was encrypted with a key that this keyring does not hold, or is damaged
     */
    String decrypt(String text) throws GeneralSecurityException {
        try {
            return new String(aead.decrypt(Base64.getDecoder().decode(text), CONTEXT), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            unreadable.incrementAndGet();
            throw new GeneralSecurityException("The secret was written with another key, or is damaged", e);
        }
    }

    /** How often since the start a stored secret could not be read; more than 0 means the key file is the wrong one. */
    public long unreadableReads() {
        return unreadable.get();
    }
}
