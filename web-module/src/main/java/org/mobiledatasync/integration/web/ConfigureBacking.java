package org.mobiledatasync.integration.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mobiledatasync.integration.boundary.IntegrationService;
import org.mobiledatasync.integration.entity.AuthMethod;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.integration.entity.SalesforceSignIn;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/**
 * The configuration form (S2): a new integration, or a change of the one in the parameter {@code integration}.
 *
 * <p>The form carries the version that was read, so that somebody else's change is not overwritten. Secrets are only
 * taken in, by {@link TypedSecrets}: an empty one keeps what is stored.
 */
@Named
@RequestScoped
public class ConfigureBacking {

    @Inject
    private IntegrationService integrations;

    @Inject
    private TypedSecrets typed;

    @Inject
    private ContactFieldNames fieldNames;

    @Inject
    @Param(name = "integration")
    private Long id;

    private Integration integration;
    private boolean securityTokenRemoved;
    private boolean passwordStored;
    private boolean securityTokenStored;
    private boolean clientSecretStored;
    private boolean privateKeyStored;

    @PostConstruct
    void load() {
        integration = id == null ? integrations.draft() : integrations.get(id);
        SalesforceSignIn signIn = integration.getSignIn();
        passwordStored = signIn.getPassword() != null;
        securityTokenStored = signIn.getSecurityToken() != null;
        clientSecretStored = signIn.getClientSecret() != null;
        privateKeyStored = signIn.getPrivateKey() != null;
    }

    public void save() {
        SalesforceSignIn signIn = integration.getSignIn();
        takeSecrets(signIn);
        signIn.setLogin(stripped(signIn.getLogin()));
        signIn.setClientId(stripped(signIn.getClientId()));
        signIn.setApiHost(stripped(signIn.getApiHost()));
        integration.setCustomExportUrl(stripped(integration.getCustomExportUrl()));
        String typedHost = signIn.getApiHost();
        Integration saved = id == null ? integrations.create(integration) : integrations.update(integration);
        typed.forget();
        fieldNames.forget(saved.getId());
        Messages.addFlashGlobalInfo(Faces.getBundleString("configure.saved"), saved.getName());
        tell(saved, typedHost);
        Faces.redirect("data-sync/index.xhtml?integration=%s", saved.getId());
    }

    /** Saves what somebody else changed meanwhile over, after that was said. */
    public void saveOver() {
        integration.setVersion(integrations.get(id).getVersion());
        save();
    }

    private void takeSecrets(SalesforceSignIn signIn) {
        typed.find("password").ifPresent(signIn::setPassword);
        typed.find("securityToken").map(String::strip).ifPresent(signIn::setSecurityToken);
        typed.find("clientSecret").map(String::strip).ifPresent(signIn::setClientSecret);
        typed.find("privateKey").map(String::strip).ifPresent(signIn::setPrivateKey);
        if (securityTokenRemoved) {
            signIn.setSecurityToken(null);
        }
    }

    private static void tell(Integration saved, String typedHost) {
        SalesforceSignIn signIn = saved.getSignIn();
        if (typedHost != null && !typedHost.equalsIgnoreCase(signIn.getApiHost())) {
            Messages.addFlashGlobalInfo(Faces.getBundleString("configure.hostRepaired"), signIn.getApiHost());
        }
        String lastName = saved.getContactDefaults().getDefaultLastName();
        if (lastName == null || lastName.isBlank()) {
            Messages.addFlashGlobalWarn(Faces.getBundleString("configure.noLastName"));
        }
        if (signIn.getAuthMethod() == AuthMethod.PASSWORD) {
            Messages.addFlashGlobalWarn(Faces.getBundleString("configure.passwordEnds"));
        }
    }

    private static String stripped(String text) {
        return text == null ? null : text.strip();
    }

    public boolean isNewIntegration() {
        return id == null;
    }

    public boolean isPasswordStored() {
        return passwordStored;
    }

    public boolean isSecurityTokenStored() {
        return securityTokenStored;
    }

    public boolean isClientSecretStored() {
        return clientSecretStored;
    }

    public boolean isPrivateKeyStored() {
        return privateKeyStored;
    }

    public Integration getIntegration() {
        return integration;
    }

    public boolean isSecurityTokenRemoved() {
        return securityTokenRemoved;
    }

    public void setSecurityTokenRemoved(boolean securityTokenRemoved) {
        this.securityTokenRemoved = securityTokenRemoved;
    }
}
