package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mobiledatasync.platform.control.Settings;

/**
 * Where this server keeps exports while runs and previews read them: people's data, which stays no longer than that. What
 * a server that died left goes with its next nightly sync, unless the run goes on.
 */
@ApplicationScoped
public class Spool {
    private static final Logger LOG = Logger.getLogger(Spool.class.getName());
    private static final Pattern NAME = Pattern.compile("(export|preview)-(\\d{1,18})\\.csv(\\.part|\\.keys)?");

    private RunLedger runs;
    private PreviewLedger previews;

    protected Spool() {}

    @Inject
    public Spool(RunLedger runs, PreviewLedger previews) {
        this.runs = runs;
        this.previews = previews;
    }

    static Path ofRun(long runId) {
        return folder().resolve("export-" + runId + ".csv");
    }

    static Path ofPreview(long integrationId) {
        return folder().resolve("preview-" + integrationId + ".csv");
    }

    /** Where an export lies until all of it is there and looks like one. */
    static Path arriving(Path export) {
        return export.resolveSibling(export.getFileName() + ".part");
    }

    private static Path folder() {
        return Settings.DATA_DIR.path().resolve("spool");
    }

    /** Deletes an export, with all that was made of it. What can't be deleted is noted in the log. */
    static void discard(Path export) {
        try {
            Files.deleteIfExists(export);
            Files.deleteIfExists(arriving(export));
            ExportIndex.delete(export);
        } catch (IOException e) {
            LOG.log(Level.WARNING, e, () -> "event=spool-not-deleted file=" + export.getFileName());
        }
    }

    /** Deletes what no run and no preview needs any more. */
    void sweep() {
        if (Files.notExists(folder())) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder(), this::isLeftOver)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
                LOG.log(Level.INFO, "event=spool-swept file={0}", file.getFileName());
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.log(Level.WARNING, "event=spool-not-swept", e);
        }
    }

    private boolean isLeftOver(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return false;
        }
        long id = Long.parseLong(name.group(2));
        return name.group(1).equals("export")
                ? !runs.isRunning(id)
                : previews.findAsked(id).isEmpty();
    }
}
