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
import org.mobiledatasync.integration.web.ChosenIntegration;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.platform.entity.NotFoundException;
import org.mobiledatasync.platform.web.PageNumber;
import org.mobiledatasync.platform.web.Phrases;
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
    private Phrases phrases;

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
    private final Map<String, String> problems = new HashMap<>();

    @PostConstruct
    void load() {
        if (chosen.isChosen()) {
            integrationId = chosen.getIntegration().getId();
            page = PageNumber.of(page);
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
        return find(phone).stream().toList();
    }

    private Optional<MatchRow> find(String ofPhone) {
        try {
            return Optional.of(MatchRow.of(matches.get(integrationId, ofPhone)));
        } catch (NotFoundException settled) {
            return Optional.empty();
        }
    }

    public void choose(MatchRow row, String contactId) {
        decide(
                row,
                () -> matches.choose(integrationId, row.phone(), Optional.of(contactId), row.mark()),
                "matches.chosen");
    }

    public void chooseNone(MatchRow row) {
        decide(
                row,
                () -> matches.choose(integrationId, row.phone(), Optional.empty(), row.mark()),
                "matches.noneChosen");
    }

    public void takeBack(MatchRow row) {
        decide(row, () -> matches.takeBack(integrationId, row.phone(), row.mark()), "matches.takenBack");
    }

    /** Carries a decision out; when it can't be, its number is shown anew, with the reason. */
    private void decide(MatchRow row, Runnable decision, String message) {
        problems.clear();
        try {
            decision.run();
        } catch (ConflictException e) {
            show(row, phrases.of(e.getMessage()));
            return;
        } catch (NotFoundException settled) {
            show(row, Faces.getBundleString("matches.settled"));
            return;
        }
        say(message);
    }

    private void show(MatchRow row, String problem) {
        problems.put(row.phone(), problem);
        rows = rows.stream()
                .map(other ->
                        other.phone().equals(row.phone()) ? find(row.phone()).orElseGet(row::settled) : other)
                .toList();
        Faces.validationFailed();
    }

    /** What kept the decision about a number from being saved; null when nothing did. */
    public String problem(String ofPhone) {
        return problems.get(ofPhone);
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
