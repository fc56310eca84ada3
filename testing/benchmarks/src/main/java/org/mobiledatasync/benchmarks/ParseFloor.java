package org.mobiledatasync.benchmarks;

import java.nio.file.Path;
import org.mobiledatasync.sync.control.ExportReader;
import org.mobiledatasync.sync.control.ExportRow;

/** What reading the export costs when nothing is done with its rows. */
final class ParseFloor {
    private ParseFloor() {}

    /** @return seconds; of the second reading, since the first one warms the machine up */
    static double measure(Path file) {
        read(file);
        return read(file);
    }

    private static double read(Path file) {
        long start = System.nanoTime();
        long cells = 0;
        try (ExportReader reader = new ExportReader(file)) {
            for (ExportRow row = reader.read(); row != null; row = reader.read()) {
                cells += row.cells().size();
            }
        }
        if (cells == 0) {
            throw new IllegalStateException("The export is empty");
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
