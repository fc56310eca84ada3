package org.mobiledatasync.access.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.mobiledatasync.access.boundary.UserService;
import org.mobiledatasync.access.entity.Role;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One user: makes a new one, or changes, gives a new password to, or removes one. */
@Named
@ViewScoped
public class UserBacking implements Serializable {

    @Inject
    private UserService userService;

    private Long id;
    private int version;
    private String login;
    private Role role = Role.VIEWER;
    private boolean active = true;
    private String password;

    /** Reads the user of the page's parameter; without one the page makes a new user. */
    public void load() {
        if (id != null) {
            var user = userService.get(id);
            version = user.getVersion();
            login = user.getLogin();
            role = user.getRole();
            active = user.isActive();
        }
    }

    public void save() {
        if (id == null) {
            userService.create(login, role, password);
        } else {
            userService.change(id, version, role, active);
        }
        backToList("users.saved");
    }

    /** Saves what somebody else changed meanwhile over, after that was said. */
    public void saveOver() {
        version = userService.get(id).getVersion();
        save();
    }

    public void resetPassword() {
        userService.resetPassword(id, password);
        backToList("users.passwordReset");
    }

    public void remove() {
        userService.remove(id);
        backToList("users.removed");
    }

    private void backToList(String message) {
        Messages.addFlashGlobalInfo(Faces.getBundleString(message), login);
        Faces.redirect("administration/users.xhtml");
    }

    public boolean isNewUser() {
        return id == null;
    }

    public Role[] getRoles() {
        return Role.values();
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getLogin() {
        return login;
    }

    public void setLogin(String login) {
        this.login = login;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
