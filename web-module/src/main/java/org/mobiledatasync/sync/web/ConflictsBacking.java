package org.mobiledatasync.sync.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mobiledatasync.integration.entity.OnConflict;
import org.mobiledatasync.integration.web.ChosenIntegration;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.NotFoundException;
import org.mobiledatasync.platform.web.PageNumber;
import org.mobiledatasync.platform.web.Phrases;
import org.mobiledatasync.sync.boundary.FieldConflictService;
import org.mobiledatasync.sync.boundary.FieldConflictService.FieldChoice;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/**
 * The people in conflict (R3.6): a page of them, or the one of the parameter {@code profile}. What is saved belongs to the
 * values that the page showed.
 */
@Named
@ViewScoped
public class ConflictsBacking implements Serializable {
    private static final int PAGE = 20;

    @Inject
    private FieldConflictService conflicts;

    @Inject
    private Phrases phrases;

    @Inject
    private ChosenIntegration chosen;

    private long integrationId;

    @Inject
    @Param(name = "profile")
    private Long profileId;

    @Inject
    @Param(name = "page")
    private Integer page;

    private long total;
    private List<ConflictRow> rows = List.of();
    private final Map<Long, String> problems = new HashMap<>();

    @PostConstruct
    void load() {
        if (chosen.isChosen()) {
            integrationId = chosen.getIntegration().getId();
            page = PageNumber.of(page);
            total = conflicts.count(integrationId);
            rows = profileId == null
                    ? conflicts.find(integrationId, page * PAGE, PAGE).stream()
                            .map(ConflictRow::of)
                            .toList()
                    : one();
        }
    }

    /** None when the conflict is settled meanwhile. */
    private List<ConflictRow> one() {
        return find(profileId).stream().toList();
    }

    private Optional<ConflictRow> find(long ofProfile) {
        try {
            return Optional.of(ConflictRow.of(conflicts.get(integrationId, ofProfile)));
        } catch (NotFoundException settled) {
            return Optional.empty();
        }
    }

    /** Saves all choices of the page. When one can't be, none is: its person is shown anew, with the reason. */
    public void save() {
        problems.clear();
        try {
            conflicts.chooseAll(integrationId, changed());
        } catch (InvalidInputException e) {
            e.problems().forEach(problem -> problems.put(Long.valueOf(problem.field()), phrases.of(problem.message())));
            rows = rows.stream().map(this::anew).toList();
            Faces.validationFailed();
            Messages.addGlobalError(Faces.getBundleString("conflicts.notSaved"));
            return;
        }
        Messages.addFlashGlobalInfo(Faces.getBundleString("conflicts.saved"));
        Faces.redirect("data-sync/conflicts.xhtml?integration=%s&page=%s", integrationId, page);
    }

    private Map<Long, List<FieldChoice>> changed() {
        return rows.stream()
                .filter(row -> !row.changed().isEmpty())
                .collect(Collectors.toMap(ConflictRow::profileId, ConflictRow::changed));
    }

    private ConflictRow anew(ConflictRow row) {
        return problems.containsKey(row.profileId()) ? find(row.profileId()).orElseGet(row::settled) : row;
    }

    /** What kept the choices for a person from being saved; null when nothing did. */
    public String problem(Long ofProfile) {
        return problems.get(ofProfile);
    }

    public List<ConflictRow> getRows() {
        return rows;
    }

    /** Whose value may win. */
    public OnConflict[] getSides() {
        return new OnConflict[] {OnConflict.MOBILE, OnConflict.SALESFORCE};
    }

    public boolean isOne() {
        return profileId != null;
    }

    public long getTotal() {
        return total;
    }

    public int getPage() {
        return page;
    }

    public boolean isMore() {
        return profileId == null && (page + 1L) * PAGE < total;
    }
}
