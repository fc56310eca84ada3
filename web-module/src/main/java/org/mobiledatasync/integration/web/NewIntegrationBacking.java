package org.mobiledatasync.integration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** The choice of the Integration Type, which leads to the empty configuration form (S1). */
@Named
@RequestScoped
public class NewIntegrationBacking {
    private static final String SALESFORCE = "SALESFORCE";

    private String type = SALESFORCE;

    /** Salesforce is the only type. */
    public String create() {
        return "/data-sync/configure?faces-redirect=true";
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }
}
