package org.mobiledatasync.intake.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.mobiledatasync.intake.entity.ImportRow;
import org.mobiledatasync.intake.entity.ProfileImport;
import org.mobiledatasync.intake.entity.ProfileImportRepository;
import org.mobiledatasync.intake.entity.RowOutcome;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.schedule.control.Leases;

/**
 * Takes a file in and works on it, some lines at a time, each time in one transaction with the cursor: a line is done whole
 * or not at all, wherever the server ends.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportLedger {
    private static final int DELETED_AT_ONCE = 1000;

    private ProfileImportRepository imports;
    private ImportChunk chunk;
    private Leases leases;
    private Clock clock;

    protected ImportLedger() {}

    @Inject
    public ImportLedger(ProfileImportRepository imports, ImportChunk chunk, Leases leases, Clock clock) {
        this.imports = imports;
        this.chunk = chunk;
        this.leases = leases;
        this.clock = clock;
    }

    /** Begins to store a file. @return its id */
    public long begin(String fileName, String encoding, List<String> headings, String uploadedBy) {
        ProfileImport file = new ProfileImport(fileName, encoding, headings, uploadedBy, now());
        imports.add(file);
        return file.getId();
    }

    public void store(long importId, List<PeopleFile.Line> lines) {
        OffsetDateTime now = now();
        lines.forEach(line -> imports.add(new ImportRow(importId, line.number(), line.cells(), now)));
    }

    /** All lines are stored. */
    public void stored(long importId, long rows) {
        imports.get(importId).read(rows);
    }

    /** Forgets a file that cannot be read to its end. */
    public void forget(long importId) {
        imports.remove(imports.get(importId));
    }

    /**
     * Works on the next lines.
     *
     * @return whether there may be more
     */
    public boolean step(Lease lease, long importId, int size) {
        leases.renew(lease);
        ProfileImport file = imports.findForUpdate(importId).orElse(null);
        if (file == null || !file.getState().isAtWork()) {
            return false;
        }
        List<ImportRow> rows = imports.findRowsAfter(importId, file.getCursor(), size);
        if (rows.isEmpty()) {
            file.finish(now());
            return false;
        }
        chunk.work(file, rows);
        file.setCursor(rows.get(rows.size() - 1).getNumber());
        return true;
    }

    /** Refuses the next line, which a fault of ours keeps from being worked on, so that it does not hold the others up. */
    public void refuseNext(Lease lease, long importId) {
        leases.renew(lease);
        ProfileImport file = imports.findForUpdate(importId).orElseThrow();
        ImportRow row = imports.findRowsAfter(importId, file.getCursor(), 1).get(0);
        row.decide(
                null,
                RowOutcome.REFUSED,
                "The line could not be stored. The server's log says why; nothing of it is.",
                null);
        file.getCounts().count(row.getOutcome(), null);
        file.setCursor(row.getNumber());
    }

    /** Deletes old lines, a small transaction at a time. @return whether there may be more */
    public boolean deleteSome(Lease lease, OffsetDateTime olderThan) {
        leases.renew(lease);
        return imports.deleteRowsOlderThan(olderThan, DELETED_AT_ONCE) == DELETED_AT_ONCE;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
