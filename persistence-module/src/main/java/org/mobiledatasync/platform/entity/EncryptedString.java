package org.mobiledatasync.platform.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.security.GeneralSecurityException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Encrypts a secret on its way to the database. The column is {@code text}.
 *
 * <p>A stored secret that cannot be read, because the key file was lost or replaced, is read as {@code null}: "not
 * set". The pages stay usable and ask for the secret again, the log says why ({@link Keyring#unreadableReads} counts),
 * and what is stored stays as it is until somebody enters a new value: with the right key file it is back.
 */
@Converter
public class EncryptedString implements AttributeConverter<String, String> {

    private static final Logger LOG = Logger.getLogger(EncryptedString.class.getName());

    @Override
    public String convertToDatabaseColumn(String secret) {
        if (secret == null) {
            return null;
        }
        try {
            return Keyring.current().encrypt(secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret could not be encrypted", e);
        }
    }

    @Override
    public String convertToEntityAttribute(String column) {
        if (column == null) {
            return null;
        }
        try {
            return Keyring.current().decrypt(column);
        } catch (GeneralSecurityException e) {
            LOG.log(
                    Level.SEVERE,
                    "event=secret-unreadable reason=\"{0}\" repair=\"restore the file of SECRET_KEY_FILE, or enter the"
                            + " secret again\"",
                    e.getMessage());
            return null;
        }
    }
}
