package org.mobiledatasync.platform.control;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mobiledatasync.platform.entity.Keyring;

/**
 * The first to start: refuses the deployment, with every reason at once, when a setting cannot be read or a folder or
 * file that we need cannot be used. Opens the {@link Keyring}.
 */
@Singleton
@Startup
public class ConfigCheck {

    private static final Logger LOG = Logger.getLogger(ConfigCheck.class.getName());

    @PostConstruct
    void check() {
        var problems = problems();
        problems.forEach(problem -> LOG.log(Level.SEVERE, "event=refused-to-start reason=\"{0}\"", problem));
        if (!problems.isEmpty()) {
            throw new IllegalStateException("Mobile Data Sync cannot start: " + String.join(" ", problems));
        }
    }

    static List<String> problems() {
        var problems = new ArrayList<String>();
        Arrays.stream(Settings.values())
                .map(Settings::problem)
                .flatMap(Optional::stream)
                .forEach(problems::add);
        if (problems.isEmpty()) {
            dataFolderProblem().ifPresent(problems::add);
        }
        if (problems.isEmpty()) {
            keyFileProblem().ifPresent(problems::add);
        }
        return problems;
    }

    private static Optional<String> dataFolderProblem() {
        var folder = Settings.DATA_DIR.path();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            return Optional.of("The data folder DATA_DIR, " + folder + ", cannot be made: " + e + ".");
        }
        return Files.isWritable(folder)
                ? Optional.empty()
                : Optional.of("The data folder DATA_DIR, " + folder + ", is not writable.");
    }

    private static Optional<String> keyFileProblem() {
        try {
            Keyring.open(Settings.secretKeyFile());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("The key file SECRET_KEY_FILE cannot be used: " + e.getMessage() + ".");
        }
    }
}
