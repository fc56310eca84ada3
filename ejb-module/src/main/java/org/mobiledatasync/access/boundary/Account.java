package org.mobiledatasync.access.boundary;

import java.io.Serializable;
import org.mobiledatasync.access.entity.Role;
import org.mobiledatasync.access.entity.User;

/**
 * Who is signed in, and what they may do.
 *
 * @param login the user's; by a token followed by its name in brackets, which no login has
 * @param role the user's own, or the lesser one of the API token that was used
 * @param mustChangePassword whether nothing but a change of the password is possible
 * @param passwordMark another one after each change of the password
 */
public record Account(long userId, String login, Role role, boolean mustChangePassword, String passwordMark)
        implements Serializable {

    static Account of(User user) {
        return new Account(
                user.getId(), user.getLogin(), user.getRole(), user.isMustChangePassword(), user.passwordMark());
    }

    /** The account as a token of its user has it. */
    Account of(String tokenName, Role other) {
        return new Account(userId, login + " (" + tokenName + ")", other, mustChangePassword, passwordMark);
    }
}
