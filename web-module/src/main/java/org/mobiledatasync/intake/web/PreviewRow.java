package org.mobiledatasync.intake.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.mobiledatasync.intake.entity.ImportRow;
import org.mobiledatasync.intake.entity.RowConsent;
import org.mobiledatasync.intake.entity.RowOutcome;

/** A line of the file as it is read. {@code cells} are those of the columns that are taken, in their order. */
public record PreviewRow(
        long number, String phone, List<String> cells, RowOutcome outcome, RowConsent consent, String reason)
        implements Serializable {

    /** @param columns the places of the cells to show */
    static PreviewRow of(ImportRow row, List<Integer> columns) {
        List<String> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(
                column < row.getCells().size() ? row.getCells().get(column).strip() : ""));
        return new PreviewRow(
                row.getNumber(), row.getPhone(), cells, row.getOutcome(), row.getConsent(), row.getReason());
    }
}
