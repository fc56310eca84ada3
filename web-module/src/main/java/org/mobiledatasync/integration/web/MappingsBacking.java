package org.mobiledatasync.integration.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mobiledatasync.integration.boundary.FieldMappingService;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.integration.entity.OnConflict;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.InvalidInputException.Problem;
import org.mobiledatasync.platform.web.Phrases;
import org.mobiledatasync.profile.entity.ProfileField;
import org.mobiledatasync.sync.boundary.ApiFieldNames;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The field mappings of an integration (S11, S12): all standard fields, mapped or not, and the custom ones. */
@Named
@ViewScoped
public class MappingsBacking implements Serializable {
    @Inject
    private FieldMappingService mappings;

    @Inject
    private Phrases phrases;

    @Inject
    private ChosenIntegration chosen;

    @Inject
    private ContactFieldNames fieldNames;

    private long integrationId;
    private int version;
    private final List<MappingRow> rows = new ArrayList<>();
    private String newField;
    private boolean asking;

    @PostConstruct
    void load() {
        if (chosen.isChosen()) {
            integrationId = chosen.getIntegration().getId();
            version = chosen.getIntegration().getVersion();
            mappings.find(integrationId).forEach(this::add);
            Stream.of(ProfileField.values())
                    .map(ProfileField::key)
                    .filter(field -> row(field).isEmpty())
                    .forEach(field -> add(new FieldMapping(integrationId, field, "", "")));
        }
    }

    /** Asks Salesforce for its names, after the page is shown: it goes without them when there is no answer. */
    public void loadNames() {
        fieldNames.of(integrationId);
    }

    /** What an API field name can be; empty while, or when, Salesforce did not tell. */
    public List<String> getApiFieldNames() {
        return fieldNames.alreadyOf(integrationId).map(ApiFieldNames::all).orElse(List.of());
    }

    /** Saves, unless a vital name changed: then the page asks first. */
    public void save() {
        asking = rows.stream().anyMatch(row -> mappings.isVital(row.getField()) && row.isRenamed());
        if (asking) {
            rows.forEach(MappingRow::forgetProblems);
            return;
        }
        if (isStored()) {
            Messages.addFlashGlobalInfo(Faces.getBundleString("mappings.saved"));
            Faces.redirect("data-sync/index.xhtml?integration=%s", integrationId);
        }
    }

    /** Saves whatever changed, and tests it. */
    public void saveAndTest() {
        asking = false;
        if (isStored()) {
            Messages.addFlashGlobalInfo(Faces.getBundleString("mappings.saved"));
            Faces.redirect("data-sync/test.xhtml?integration=%s", integrationId);
        }
    }

    /** Saves what somebody else changed meanwhile over, after that was said. */
    public void saveOver() {
        version = chosen.getIntegration().getVersion();
        saveAndTest();
    }

    /** Shows each problem in its row: a component of the table stands for all rows, so the frame could not tell which. */
    private boolean isStored() {
        rows.forEach(MappingRow::forgetProblems);
        if (hasUnknownNames()) {
            refuse();
            return false;
        }
        try {
            mappings.save(
                    integrationId,
                    version,
                    rows.stream().map(row -> row.toMapping(integrationId)).toList());
            return true;
        } catch (InvalidInputException e) {
            e.problems().forEach(this::show);
            refuse();
            return false;
        }
    }

    private static void refuse() {
        Faces.validationFailed();
        Messages.addGlobalError(Faces.getBundleString("mappings.wrong"));
    }

    /** Marks the rows whose API name Salesforce does not have. Where it was not asked, or can't be, all names pass. */
    private boolean hasUnknownNames() {
        Optional<ApiFieldNames> remembered = fieldNames.alreadyOf(integrationId);
        boolean doubtful = remembered
                .filter(names -> rows.stream().anyMatch(row -> row.isUnknownTo(names)))
                .isPresent();
        Optional<ApiFieldNames> names = doubtful ? fieldNames.renewed(integrationId) : remembered;
        names.ifPresent(known -> rows.stream()
                .filter(row -> row.isUnknownTo(known))
                .forEach(row -> row.addProblem(
                        "apiFieldName", unknown(row.getApiFieldName().strip(), known))));
        return rows.stream().anyMatch(row -> row.problem("apiFieldName") != null);
    }

    private static String unknown(String name, ApiFieldNames known) {
        String text = MessageFormat.format(Faces.getBundleString("mappings.unknown"), name);
        return known.nearest(name)
                .map(near -> text + " " + MessageFormat.format(Faces.getBundleString("mappings.didYouMean"), near))
                .orElse(text);
    }

    private void show(Problem problem) {
        String[] parts = problem.field().split("\\.", 2);
        Optional<MappingRow> row = row(parts[0]);
        if (row.isPresent()) {
            row.get().addProblem(parts.length < 2 ? "" : parts[1], problem.message());
        } else {
            Messages.addGlobalError("{0}", phrases.of(problem.message()));
        }
    }

    /** Adds a line for a custom field; saved with the others. */
    public void addField() {
        String field = newField == null ? "" : newField.strip();
        if (!field.matches("[A-Za-z]\\w{0,99}")) {
            throw new InvalidInputException("newField", Faces.getBundleString("mappings.newFieldWrong"));
        }
        if (row(field).isPresent()) {
            throw new InvalidInputException("newField", Faces.getBundleString("mappings.newFieldTwice"));
        }
        add(new FieldMapping(integrationId, field, "", ""));
        newField = null;
    }

    /** Takes the line of a custom field away; saved with the others. */
    public void remove(MappingRow row) {
        rows.remove(row);
    }

    public void useReportLabels() {
        rows.forEach(ReportLabels::fillIn);
        Messages.addGlobalInfo(Faces.getBundleString("mappings.labelsFilledIn"));
    }

    private void add(FieldMapping mapping) {
        rows.add(new MappingRow(mapping, mappings.mayBeRequired(mapping.getField())));
    }

    private Optional<MappingRow> row(String field) {
        return rows.stream().filter(row -> row.getField().equals(field)).findFirst();
    }

    public List<MappingRow> getRows() {
        return rows;
    }

    public OnConflict[] getOnConflicts() {
        return OnConflict.values();
    }

    /** Whether the page asks before it saves. */
    public boolean isAsking() {
        return asking;
    }

    public String getNewField() {
        return newField;
    }

    public void setNewField(String newField) {
        this.newField = newField;
    }
}
