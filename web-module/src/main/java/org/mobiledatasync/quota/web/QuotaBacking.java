package org.mobiledatasync.quota.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mobiledatasync.integration.web.ChosenIntegration;
import org.mobiledatasync.quota.boundary.QuotaService;
import org.mobiledatasync.quota.boundary.QuotaService.Usage;

/** The quota of the chosen integration's day. */
@Named
@RequestScoped
public class QuotaBacking {

    @Inject
    private QuotaService quota;

    @Inject
    private ChosenIntegration chosen;

    private Usage today;

    @PostConstruct
    void load() {
        today = quota.today(chosen.getIntegration().getId());
    }

    public Usage getToday() {
        return today;
    }
}
