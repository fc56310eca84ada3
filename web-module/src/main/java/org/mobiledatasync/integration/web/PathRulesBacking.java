package org.mobiledatasync.integration.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.mobiledatasync.integration.boundary.OptInPathRuleService;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.InvalidInputException.Problem;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The opt-in path rules of an integration (R4.7): added, moved and removed in the table, saved all at once. */
@Named
@ViewScoped
public class PathRulesBacking implements Serializable {

    @Inject
    private OptInPathRuleService rules;

    @Inject
    private ChosenIntegration chosen;

    private long integrationId;
    private int version;
    private final List<PathRuleRow> rows = new ArrayList<>();

    @PostConstruct
    void load() {
        if (chosen.isChosen()) {
            integrationId = chosen.getIntegration().getId();
            version = chosen.getIntegration().getVersion();
            rules.find(integrationId).forEach(rule -> rows.add(PathRuleRow.of(rule)));
        }
    }

    public void add() {
        rows.add(new PathRuleRow());
    }

    public void remove(int place) {
        rows.remove(place);
    }

    public void moveUp(int place) {
        Collections.swap(rows, place, place - 1);
    }

    public void moveDown(int place) {
        Collections.swap(rows, place, place + 1);
    }

    /** Shows each problem in its row: a component of the table stands for all rows, so the frame could not tell which. */
    public void save() {
        rows.forEach(PathRuleRow::forgetProblems);
        try {
            rules.save(
                    integrationId,
                    version,
                    rows.stream().map(row -> row.toRule(integrationId)).toList());
            Messages.addFlashGlobalInfo(Faces.getBundleString("pathRules.saved"));
            Faces.redirect("data-sync/path-rules.xhtml?integration=%s", integrationId);
        } catch (InvalidInputException e) {
            e.problems().forEach(this::show);
            Faces.validationFailed();
            Messages.addGlobalError(Faces.getBundleString("mappings.wrong"));
        }
    }

    /** Saves what somebody else changed meanwhile over, after that was said. */
    public void saveOver() {
        version = chosen.getIntegration().getVersion();
        save();
    }

    private void show(Problem problem) {
        String[] parts = problem.field().split("\\.", 2);
        rows.get(Integer.parseInt(parts[0])).addProblem(parts[1], problem.message());
    }

    public List<PathRuleRow> getRows() {
        return rows;
    }
}
