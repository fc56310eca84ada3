package org.mobiledatasync.access.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mobiledatasync.access.boundary.Account;
import org.mobiledatasync.access.boundary.SignInResult;
import org.mobiledatasync.access.boundary.SignInService;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One's own account: changing the password. */
@Named
@RequestScoped
public class AccountBacking {

    @Inject
    private SignInService signInService;

    @Inject
    private SignedIn signedIn;

    private Account account;
    private String currentPassword;
    private String newPassword;
    private String repeatedPassword;

    @PostConstruct
    void load() {
        account = signInService.findAccount(signedIn.getLogin()).orElseThrow();
    }

    /** Changes the password and stays on the page, or goes home after the first, forced change. */
    public void changePassword() {
        if (!newPassword.equals(repeatedPassword)) {
            throw new InvalidInputException("repeatedPassword", Faces.getBundleString("account.notRepeated"));
        }
        SignInResult result = signInService.changePassword(account.login(), currentPassword, newPassword);
        if (!(result instanceof SignInResult.Accepted changed)) {
            boolean locked = result instanceof SignInResult.LockedOut;
            throw new InvalidInputException(
                    "currentPassword", Faces.getBundleString(locked ? "signIn.lockedOut" : "account.notCurrent"));
        }
        PageAuthentication.begin(Faces.getRequest(), changed.account());
        Messages.addFlashGlobalInfo(Faces.getBundleString("account.changed"));
        Faces.redirect(account.mustChangePassword() ? "index.xhtml" : "account.xhtml");
    }

    public Account getAccount() {
        return account;
    }

    public String getCurrentPassword() {
        return currentPassword;
    }

    public void setCurrentPassword(String currentPassword) {
        this.currentPassword = currentPassword;
    }

    public String getNewPassword() {
        return newPassword;
    }

    public void setNewPassword(String newPassword) {
        this.newPassword = newPassword;
    }

    public String getRepeatedPassword() {
        return repeatedPassword;
    }

    public void setRepeatedPassword(String repeatedPassword) {
        this.repeatedPassword = repeatedPassword;
    }
}
