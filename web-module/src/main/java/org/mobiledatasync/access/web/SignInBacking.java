package org.mobiledatasync.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mobiledatasync.access.boundary.SignInResult;
import org.mobiledatasync.access.boundary.SignInService;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.primefaces.context.PrimeFacesContext;

/** The sign-in page. */
@Named
@RequestScoped
public class SignInBacking {

    @Inject
    private SignInService signInService;

    private String login;
    private String password;
    private String to;

    /** Signs in and goes to the page that was asked for; otherwise says why not. */
    public void signIn() {
        var result = signInService.signIn(login, password);
        if (result instanceof SignInResult.Accepted accepted) {
            PageAuthentication.begin(Faces.getRequest(), accepted.account());
            Faces.redirect(Faces.getRequestContextPath() + ReturnPath.safe(to).replace("%", "%%"));
        } else {
            var key = result instanceof SignInResult.LockedOut ? "signIn.lockedOut" : "signIn.refused";
            Messages.addGlobalError(Faces.getBundleString(key));
        }
    }

    /** PrimeFaces expects it with the form; its script would add it, but signing in shall work without scripts. */
    public String getNonce() {
        return PrimeFacesContext.getCspState(Faces.getContext()).getNonce();
    }

    public String getLogin() {
        return login;
    }

    public void setLogin(String login) {
        this.login = login;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
