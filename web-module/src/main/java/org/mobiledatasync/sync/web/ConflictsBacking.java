package org.mobiledatasync.sync.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.mobiledatasync.integration.entity.OnConflict;
import org.mobiledatasync.integration.web.ChosenIntegration;
import org.mobiledatasync.platform.entity.NotFoundException;
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

    @PostConstruct
    void load() {
        if (chosen.isChosen()) {
            integrationId = chosen.getIntegration().getId();
            page = page == null ? 0 : Math.max(0, page);
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
        try {
            return List.of(ConflictRow.of(conflicts.get(integrationId, profileId)));
        } catch (NotFoundException settled) {
            return List.of();
        }
    }

    public void save() {
        for (ConflictRow row : rows) {
            List<FieldChoice> changed = row.changed();
            if (!changed.isEmpty()) {
                conflicts.choose(integrationId, row.profileId(), changed);
            }
        }
        Messages.addFlashGlobalInfo(Faces.getBundleString("conflicts.saved"));
        Faces.redirect("data-sync/conflicts.xhtml?integration=%s&page=%s", integrationId, page);
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
