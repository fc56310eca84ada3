package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mobiledatasync.platform.control.Settings;
import org.mobiledatasync.salesforce.control.CallCounter;
import org.mobiledatasync.salesforce.control.ReportDownload;
import org.mobiledatasync.salesforce.control.SalesforceFault;

/** Downloads the export of an integration once, looks into it and forgets it. */
@ApplicationScoped
public class ExportCheck {
    /** How many of its records are shown. */
    static final int SAMPLE = 5;

    private ReportDownload reports;

    protected ExportCheck() {}

    @Inject
    public ExportCheck(ReportDownload reports) {
        this.reports = reports;
    }

    /**
     * What is in an export.
     *
     * @param rows how many rows of records it has
     * @param sample the first records, read as a sync reads them
     */
    record Found(long rows, List<ContactRecord> sample) {}

    /** @throws SalesforceFault when it can't be downloaded, or is not the export that the mappings speak of */
    Found look(SyncPlan plan, CallCounter counter) {
        Path file = temporaryFile();
        try {
            reports.download(plan.account(), plan.exportUrl(), file, () -> {}, counter);
            return read(plan, file);
        } finally {
            delete(file);
        }
    }

    static Found read(SyncPlan plan, Path file) {
        try (ExportReader reader = new ExportReader(file)) {
            ContactRecords records = new ContactRecords(plan.layout(reader.header()), plan.region());
            return new Found(rows(file, records), sample(reader, records));
        }
    }

    private static long rows(Path file, ContactRecords records) {
        try (ExportIndex index = ExportIndex.of(file, records, () -> {})) {
            return index.rows() - index.footerRows();
        }
    }

    private static List<ContactRecord> sample(ExportReader reader, ContactRecords records) {
        List<ContactRecord> sample = new ArrayList<>();
        ExportRow row = reader.read();
        while (row != null && sample.size() < SAMPLE && !records.looksLikeFooter(row)) {
            sample.add(records.of(List.of(row)));
            row = reader.read();
        }
        return sample;
    }

    private static Path temporaryFile() {
        try {
            Path folder = Settings.DATA_DIR.path().resolve("spool");
            Files.createDirectories(folder);
            return Files.createTempFile(folder, "test-", ".csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
