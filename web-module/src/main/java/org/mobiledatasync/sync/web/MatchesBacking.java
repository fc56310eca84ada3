package org.mobiledatasync.sync.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.mobiledatasync.integration.web.ChosenIntegration;
import org.mobiledatasync.platform.entity.NotFoundException;
import org.mobiledatasync.sync.boundary.MatchService;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The numbers that several contacts claim (R1.4, R1.5): a page of them, or the one of the parameter {@code phone}. */
@Named
@ViewScoped
public class MatchesBacking implements Serializable {
    private static final int PAGE = 20;

    @Inject
    private MatchService matches;

    @Inject
    private ChosenIntegration chosen;

    private long integrationId;

    @Inject
    @Param(name = "phone")
    private String phone;

    @Inject
    @Param(name = "page")
    private Integer page;

    private long total;
    private List<MatchRow> rows = List.of();

    @PostConstruct
    void load() {
        if (chosen.isChosen()) {
            integrationId = chosen.getIntegration().getId();
            page = page == null ? 0 : Math.max(0, page);
            total = matches.count(integrationId);
            rows = isOne()
                    ? one()
                    : matches.find(integrationId, page * PAGE, PAGE).stream()
                            .map(MatchRow::of)
                            .toList();
        }
    }

    /** None when the number is not shared any more. */
    private List<MatchRow> one() {
        try {
            return List.of(MatchRow.of(matches.get(integrationId, phone)));
        } catch (NotFoundException settled) {
            return List.of();
        }
    }

    public void choose(String ofPhone, String contactId) {
        matches.choose(integrationId, ofPhone, Optional.of(contactId));
        say("matches.chosen");
    }

    public void chooseNone(String ofPhone) {
        matches.choose(integrationId, ofPhone, Optional.empty());
        say("matches.noneChosen");
    }

    public void takeBack(String ofPhone) {
        matches.takeBack(integrationId, ofPhone);
        say("matches.takenBack");
    }

    private void say(String message) {
        Messages.addFlashGlobalInfo(Faces.getBundleString(message));
        Faces.redirect("data-sync/matches.xhtml?integration=%s&page=%s", integrationId, page);
    }

    public List<MatchRow> getRows() {
        return rows;
    }

    public boolean isOne() {
        return phone != null && !phone.isBlank();
    }

    public long getTotal() {
        return total;
    }

    public int getPage() {
        return page;
    }

    public boolean isMore() {
        return !isOne() && (page + 1L) * PAGE < total;
    }
}
