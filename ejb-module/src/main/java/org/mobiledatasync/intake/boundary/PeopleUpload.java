package org.mobiledatasync.intake.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mobiledatasync.access.boundary.Roles;
import org.mobiledatasync.access.control.Caller;
import org.mobiledatasync.intake.control.ImportLedger;
import org.mobiledatasync.intake.control.PeopleFile;
import org.mobiledatasync.platform.entity.InvalidInputException;

/** Takes an uploaded file in: stores its lines, some at a time, outside any long transaction and with bounded memory. */
@Stateless
@RolesAllowed(Roles.OPERATOR)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PeopleUpload {
    /** The largest file, in bytes. */
    public static final long MOST_BYTES = 200L << 20;

    private static final int STEP = 1000;
    private static final int LONGEST_NAME = 255;

    private ImportLedger ledger;
    private Caller caller;

    protected PeopleUpload() {}

    @Inject
    public PeopleUpload(ImportLedger ledger, Caller caller) {
        this.ledger = ledger;
        this.caller = caller;
    }

    /**
     * Stores a file's lines; nothing else is changed.
     *
     * @param fileName as the person knows it
     * @param content read to its end; the caller closes it
     * @return the id of the import
     * @throws InvalidInputException naming {@code file} when it is no CSV file with headings and at least one line
     */
    public long upload(String fileName, InputStream content) {
        Path copy = null;
        try {
            copy = Files.createTempFile("people-", ".csv");
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            return store(shortened(fileName), copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(copy);
        }
    }

    private long store(String fileName, Path copy) {
        try (PeopleFile file = PeopleFile.open(copy)) {
            long id = ledger.begin(fileName, file.encoding(), file.headings(), caller.name());
            try {
                long rows = storeLines(id, file);
                if (rows == 0) {
                    throw new InvalidInputException("file", "The file has headings, but no line below them.");
                }
                ledger.stored(id, rows);
                return id;
            } catch (InvalidInputException unreadable) {
                ledger.forget(id);
                throw unreadable;
            }
        }
    }

    private long storeLines(long id, PeopleFile file) {
        long rows = 0;
        List<PeopleFile.Line> step = new ArrayList<>();
        for (Optional<PeopleFile.Line> line = file.read(); line.isPresent(); line = file.read()) {
            step.add(line.get());
            rows++;
            if (step.size() == STEP) {
                ledger.store(id, step);
                step.clear();
            }
        }
        ledger.store(id, step);
        return rows;
    }

    private static String shortened(String fileName) {
        return fileName.length() <= LONGEST_NAME ? fileName : fileName.substring(fileName.length() - LONGEST_NAME);
    }

    private static void delete(Path copy) {
        try {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
