package org.mobiledatasync.sync.control;

import java.util.List;

/**
 * One row of the export.
 *
 * @param number its place among the rows after the header, from 0; blank lines are not counted
 * @param place where it begins in the file, in bytes
 * @param cells as they came; null when the line could not be taken apart
 */
public record ExportRow(long number, long place, List<String> cells) {

    /** Whether the line breaks the rules of CSV. */
    public boolean isBroken() {
        return cells == null;
    }
}
