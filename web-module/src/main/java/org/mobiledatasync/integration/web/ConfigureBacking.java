package org.mobiledatasync.integration.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mobiledatasync.integration.boundary.IntegrationService;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.integration.entity.SalesforceSignIn;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/**
 * The configuration form (S2): a new integration, or a change of the one in the parameter {@code integration}.
 *
 * <p>The form carries the version that was read, so that somebody else's change is not overwritten. Secrets are only
 * taken in: an empty one keeps what is stored.
 */
@Named
@RequestScoped
public class ConfigureBacking {

    @Inject
    private IntegrationService integrations;

    @Inject
    @Param(name = "integration")
    private Long id;

    private Integration integration;
    private String password;
    private String securityToken;
    private boolean securityTokenRemoved;

    @PostConstruct
    void load() {
        integration = id == null ? integrations.draft() : integrations.get(id);
    }

    public void save() {
        SalesforceSignIn signIn = integration.getSignIn();
        takeSecrets(signIn);
        signIn.setLogin(stripped(signIn.getLogin()));
        signIn.setApiHost(stripped(signIn.getApiHost()));
        integration.setCustomExportUrl(stripped(integration.getCustomExportUrl()));
        String typedHost = signIn.getApiHost();
        Integration saved = id == null ? integrations.create(integration) : integrations.update(integration);
        Messages.addFlashGlobalInfo(Faces.getBundleString("configure.saved"), saved.getName());
        tellRepairs(saved, typedHost);
        Faces.redirect("data-sync/index.xhtml?integration=%s", saved.getId());
    }

    private void takeSecrets(SalesforceSignIn signIn) {
        if (password != null) {
            signIn.setPassword(password);
        }
        if (securityTokenRemoved) {
            signIn.setSecurityToken(null);
        } else if (securityToken != null) {
            signIn.setSecurityToken(securityToken.strip());
        }
    }

    private static void tellRepairs(Integration saved, String typedHost) {
        String host = saved.getSignIn().getApiHost();
        if (typedHost != null && !typedHost.equalsIgnoreCase(host)) {
            Messages.addFlashGlobalInfo(Faces.getBundleString("configure.hostRepaired"), host);
        }
        String lastName = saved.getContactDefaults().getDefaultLastName();
        if (lastName == null || lastName.isBlank()) {
            Messages.addFlashGlobalWarn(Faces.getBundleString("configure.noLastName"));
        }
    }

    private static String stripped(String text) {
        return text == null ? null : text.strip();
    }

    public boolean isNewIntegration() {
        return id == null;
    }

    public boolean isPasswordStored() {
        return integration.getSignIn().getPassword() != null;
    }

    public boolean isSecurityTokenStored() {
        return integration.getSignIn().getSecurityToken() != null;
    }

    public Integration getIntegration() {
        return integration;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getSecurityToken() {
        return securityToken;
    }

    public void setSecurityToken(String securityToken) {
        this.securityToken = securityToken;
    }

    public boolean isSecurityTokenRemoved() {
        return securityTokenRemoved;
    }

    public void setSecurityTokenRemoved(boolean securityTokenRemoved) {
        this.securityTokenRemoved = securityTokenRemoved;
    }
}
