package org.mobiledatasync.access.control;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mobiledatasync.access.entity.UserRepository;
import org.mobiledatasync.platform.control.Settings;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.PrivateFile;

/**
 * Makes the first administrator, {@code admin}, when there is no user at all.
 *
 * <p>The password is that of the setting {@code ADMIN_PASSWORD}, which has to be as good as any: with a bad one the server
 * does not start. Without it a generated one, which has to be changed at
 * the first sign-in, is left in {@code initial-admin-password.txt} in the data folder, readable by the owner only: the
 * start script shows and removes it, elsewhere the operator does. It is in no log.
 */
@Singleton
@Startup
@DependsOn("SchemaMigrator")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FirstAdministrator {

    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class.getName());

    @Inject
    private UserRepository users;

    @Inject
    private UserLedger ledger;

    @Inject
    private Passwords passwords;

    @PostConstruct
    void make() {
        if (users.isEmpty()) {
            Settings.ADMIN_PASSWORD
                    .optional()
                    .ifPresentOrElse(password -> add(checked(password), false), this::makeWithNewPassword);
        }
    }

    /** @throws IllegalStateException with the reason, when nobody could choose this password */
    static String checked(String password) {
        try {
            Passwords.check(Settings.ADMIN_PASSWORD.name(), password, UserLedger.FIRST_LOGIN);
            return password;
        } catch (InvalidInputException e) {
            LOG.log(Level.SEVERE, "event=refused-to-start reason=\"ADMIN_PASSWORD: {0}\"", e.getMessage());
            throw new IllegalStateException("Mobile Data Sync cannot start: ADMIN_PASSWORD: " + e.getMessage(), e);
        }
    }

    private void makeWithNewPassword() {
        var file = Settings.DATA_DIR.path().resolve("initial-admin-password.txt");
        var password = passwords.generate();
        try {
            Files.deleteIfExists(file);
            PrivateFile.create(file, password + "\n");
            if (!add(password, true)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The first password cannot be left in " + file, e);
        }
    }

    /** @return false when another server, started at the same time, was faster */
    private boolean add(String password, boolean mustChange) {
        try {
            ledger.addAdministrator(passwords.hash(password), mustChange);
            LOG.log(Level.INFO, "event=first-administrator-made login={0}", UserLedger.FIRST_LOGIN);
            return true;
        } catch (EJBException e) {
            if (users.isEmpty()) {
                throw e;
            }
            LOG.log(Level.INFO, "event=first-administrator-made-by-other-server login={0}", UserLedger.FIRST_LOGIN);
            return false;
        }
    }
}
