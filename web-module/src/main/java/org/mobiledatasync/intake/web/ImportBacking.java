package org.mobiledatasync.intake.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.mobiledatasync.intake.boundary.ImportService;
import org.mobiledatasync.intake.boundary.RefusedLinesCsv;
import org.mobiledatasync.intake.entity.ImportPlan;
import org.mobiledatasync.intake.entity.ImportState;
import org.mobiledatasync.intake.entity.ProfileImport;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One import, at whatever step it is: shows its preview and its result, carries it out, forgets it. */
@Named
@ViewScoped
public class ImportBacking implements Serializable {
    private static final int PREVIEWED = 10;
    private static final int CSV_PAGE = 1000;

    @Inject
    private ImportService service;

    @Inject
    private ImportColumnsBacking columnsStep;

    private Long id;
    private boolean again;
    private ProfileImport file;
    private List<String> headings = List.of();
    private List<PreviewRow> rows = List.of();

    /** Reads the import of the page's parameter; without one the page takes a file. */
    public void load() {
        if (id == null) {
            return;
        }
        file = service.get(id);
        if (isChoosing()) {
            columnsStep.load(file);
        } else if (!file.getPlan().getFields().isEmpty()) {
            readPreview();
        }
    }

    private void readPreview() {
        List<String> fields = file.getPlan().getFields();
        List<Integer> shown = IntStream.range(0, fields.size())
                .filter(column -> !fields.get(column).equals(ImportPlan.LEFT_OUT))
                .boxed()
                .toList();
        headings = shown.stream().map(file.getHeadings()::get).toList();
        rows = service.firstRows(id, PREVIEWED).stream()
                .map(row -> PreviewRow.of(row, shown))
                .toList();
    }

    /** Follows the work; when it has ended, its outcome is shown. */
    public void follow() {
        file = service.get(id);
        if (!file.getState().isAtWork()) {
            reload();
        }
    }

    public void carryOut() {
        service.carryOut(id);
        reload();
    }

    public void remove() {
        service.remove(id);
        Messages.addFlashGlobalInfo(Faces.getBundleString("import.removed"));
        Faces.redirect("profiles/import.xhtml");
    }

    /** Sends the lines that were not taken to the browser as a file. */
    public void downloadRefused() throws IOException {
        Faces.sendFile(
                "not-imported-" + id + ".csv",
                true,
                out -> RefusedLinesCsv.write(
                        new OutputStreamWriter(out, StandardCharsets.UTF_8),
                        file.getHeadings(),
                        after -> service.troubledRows(id, after, CSV_PAGE)));
    }

    private void reload() {
        Faces.redirect("profiles/import.xhtml?id=%s", id.toString());
    }

    /** Whether the columns are being chosen, for the first time or again. */
    public boolean isChoosing() {
        return file != null
                && (file.getState() == ImportState.COLUMNS || again && file.getState() == ImportState.CHECKED);
    }

    /** Whether lines of the file were not taken, so that there is a file of them. */
    public boolean isTroubled() {
        return file.getCounts().getRefused() + file.getCounts().getBlocked() > 0;
    }

    public ProfileImport getFile() {
        return file;
    }

    /** The headings of the columns that are taken. */
    public List<String> getHeadings() {
        return headings;
    }

    public List<PreviewRow> getRows() {
        return rows;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public boolean isAgain() {
        return again;
    }

    public void setAgain(boolean again) {
        this.again = again;
    }
}
