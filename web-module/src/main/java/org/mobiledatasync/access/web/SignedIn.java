package org.mobiledatasync.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import java.io.Serializable;
import java.security.Principal;
import java.util.Optional;
import org.mobiledatasync.access.boundary.Roles;
import org.omnifaces.util.Faces;

/** Who looks at the page: {@code #{signedIn}} for the user menu, and for hiding what a role may not do. */
@Named
@RequestScoped
public class SignedIn implements Serializable {

    /** Empty when nobody is signed in. */
    public String getLogin() {
        return Optional.ofNullable(Faces.getRequest().getUserPrincipal())
                .map(Principal::getName)
                .orElse("");
    }

    public boolean isSomebody() {
        return !getLogin().isEmpty();
    }

    public boolean isAdministrator() {
        return Faces.isUserInRole(Roles.ADMINISTRATOR);
    }

    /** Also true for administrators. */
    public boolean isOperator() {
        return Faces.isUserInRole(Roles.OPERATOR);
    }

    /** Ends the session. */
    public void signOut() throws ServletException {
        Faces.logout();
        Faces.invalidateSession();
        Faces.redirect("sign-in.xhtml");
    }
}
