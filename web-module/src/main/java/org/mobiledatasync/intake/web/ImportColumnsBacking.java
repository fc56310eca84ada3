package org.mobiledatasync.intake.web;

import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mobiledatasync.intake.boundary.ImportService;
import org.mobiledatasync.intake.entity.ImportPlan;
import org.mobiledatasync.intake.entity.ImportRow;
import org.mobiledatasync.intake.entity.ProfileImport;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.InvalidInputException.Problem;
import org.mobiledatasync.platform.web.Phrases;
import org.mobiledatasync.profile.entity.ProfileField;
import org.mobiledatasync.profile.web.FieldLabels;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The second step: which column is what, what wins, and by whose word the people agreed. */
@Named
@ViewScoped
public class ImportColumnsBacking implements Serializable {
    private static final int SAMPLE_ROWS = 20;
    private static final String COLUMN = "columns.";

    @Inject
    private ImportService service;

    @Inject
    private FieldLabels labels;

    @Inject
    private Phrases phrases;

    private long id;
    private ImportPlan plan;
    private List<ColumnRow> columns = List.of();
    private String columnsProblem;

    /** Shows the plan of the file: what was chosen before, otherwise what can be guessed. */
    public void load(ProfileImport file) {
        id = file.getId();
        plan = file.getPlan();
        boolean chosen = !plan.getFields().isEmpty();
        List<String> fields = chosen ? plan.getFields() : service.guess(file);
        if (!chosen) {
            plan.setRegion(service.defaultRegion());
        }
        List<ImportRow> rows = service.firstRows(id, SAMPLE_ROWS);
        columns = new ArrayList<>();
        for (int column = 0; column < file.getHeadings().size(); column++) {
            columns.add(new ColumnRow(column, file.getHeadings().get(column), rows, fields.get(column)));
        }
    }

    public void check() {
        columnsProblem = null;
        columns.forEach(column -> column.setProblem(null));
        plan.setFields(columns.stream()
                .map(ColumnRow::getField)
                .map(field -> field == null ? ImportPlan.LEFT_OUT : field)
                .toList());
        try {
            service.check(id, plan);
        } catch (InvalidInputException e) {
            show(e.problems());
            return;
        }
        Faces.redirect("profiles/import.xhtml?id=%s", String.valueOf(id));
    }

    /** Shows each problem in its row: a component of the table stands for all rows, so the frame could not tell which. */
    private void show(List<Problem> problems) {
        Faces.validationFailed();
        Messages.addGlobalError(Faces.getBundleString("import.wrong"));
        List<Problem> others = new ArrayList<>();
        for (Problem problem : problems) {
            if (problem.field().equals("columns")) {
                columnsProblem = phrases.of(problem.message());
            } else if (problem.field().startsWith(COLUMN)) {
                columns.get(Integer.parseInt(problem.field().substring(COLUMN.length())))
                        .setProblem(phrases.of(problem.message()));
            } else {
                others.add(problem);
            }
        }
        if (!others.isEmpty()) {
            throw new InvalidInputException(others);
        }
    }

    /** What a column can be. */
    public List<SelectItem> getFields() {
        return Stream.of(
                        Stream.of(
                                new SelectItem(ImportPlan.LEFT_OUT, Faces.getBundleString("import.leftOut")),
                                new SelectItem(ImportPlan.PHONE, labels.of(ImportPlan.PHONE))),
                        Stream.of(ProfileField.values())
                                .map(field -> new SelectItem(field.key(), labels.of(field.key()))),
                        Stream.of(new SelectItem(ImportPlan.CUSTOM, Faces.getBundleString("import.custom"))))
                .flatMap(items -> items)
                .toList();
    }

    public List<ColumnRow> getColumns() {
        return columns;
    }

    /** What is wrong with all of them; null when nothing is. */
    public String getColumnsProblem() {
        return columnsProblem;
    }

    public ImportPlan getPlan() {
        return plan;
    }
}
