package org.mobiledatasync.sync.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mobiledatasync.integration.web.ChosenIntegration;
import org.mobiledatasync.sync.boundary.FieldConflictService;
import org.mobiledatasync.sync.boundary.MatchService;

/** How much of the chosen integration waits for a person. */
@Named
@RequestScoped
public class OpenQuestionsBacking {

    @Inject
    private FieldConflictService conflicts;

    @Inject
    private MatchService matches;

    @Inject
    private ChosenIntegration chosen;

    private long inConflict;
    private long sharedNumbers;

    @PostConstruct
    void load() {
        inConflict = conflicts.count(chosen.getIntegration().getId());
        sharedNumbers = matches.countOpen(chosen.getIntegration().getId());
    }

    public long getInConflict() {
        return inConflict;
    }

    public long getSharedNumbers() {
        return sharedNumbers;
    }
}
