package org.mobiledatasync.access.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.mobiledatasync.access.boundary.ApiTokenService;
import org.mobiledatasync.access.entity.ApiToken;
import org.mobiledatasync.access.entity.Role;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The API tokens: the list, making one, which is shown once, and revoking. */
@Named
@ViewScoped
public class ApiTokensBacking implements Serializable {

    @Inject
    private ApiTokenService apiTokenService;

    private List<ApiToken> tokens;
    private String name;
    private Role role = Role.VIEWER;
    private Integer validityDays = 365;

    @PostConstruct
    void load() {
        tokens = apiTokenService.findAll();
    }

    public void create() {
        var validity = validityDays == null ? null : Duration.ofDays(validityDays);
        Faces.setFlashAttribute("token", apiTokenService.create(name, role, validity));
        Faces.redirect("administration/api-tokens.xhtml");
    }

    public void revoke(ApiToken token) {
        apiTokenService.revoke(token.getId());
        Messages.addFlashGlobalInfo(Faces.getBundleString("tokens.revoked"), token.getName());
        Faces.redirect("administration/api-tokens.xhtml");
    }

    public List<ApiToken> getTokens() {
        return tokens;
    }

    public Role[] getRoles() {
        return Role.values();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public Integer getValidityDays() {
        return validityDays;
    }

    public void setValidityDays(Integer validityDays) {
        this.validityDays = validityDays;
    }
}
