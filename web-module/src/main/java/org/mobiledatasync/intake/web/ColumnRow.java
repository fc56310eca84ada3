package org.mobiledatasync.intake.web;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.mobiledatasync.intake.entity.ImportRow;

/** One column of the file while somebody says what it is, with what is wrong about it. */
public class ColumnRow implements Serializable {
    private static final int SAMPLES = 3;

    private final int number;
    private final String heading;
    private final String samples;
    private String field;
    private String problem;

    ColumnRow(int column, String heading, List<ImportRow> rows, String field) {
        this.number = column + 1;
        this.heading = heading;
        this.samples = rows.stream()
                .filter(row -> column < row.getCells().size())
                .map(row -> row.getCells().get(column).strip())
                .filter(cell -> !cell.isEmpty())
                .distinct()
                .limit(SAMPLES)
                .collect(Collectors.joining("; "));
        this.field = field;
    }

    /** From 1, for columns without a heading. */
    public int getNumber() {
        return number;
    }

    public String getHeading() {
        return heading;
    }

    /** Some values of the column. */
    public String getSamples() {
        return samples;
    }

    public String getField() {
        return field;
    }

    public void setField(String field) {
        this.field = field;
    }

    public String getProblem() {
        return problem;
    }

    public void setProblem(String problem) {
        this.problem = problem;
    }
}
