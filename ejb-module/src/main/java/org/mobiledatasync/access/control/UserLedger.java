package org.mobiledatasync.access.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.mobiledatasync.access.entity.Role;
import org.mobiledatasync.access.entity.User;
import org.mobiledatasync.access.entity.UserRepository;

/** Short steps on users, each in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class UserLedger {

    static final String FIRST_LOGIN = "admin";

    @Inject
    private UserRepository users;

    @Inject
    private Clock clock;

    /** Adds the first administrator; fails when another server did so meanwhile. */
    public void addAdministrator(String passwordHash, boolean mustChangePassword) {
        var admin = new User(FIRST_LOGIN, Role.ADMINISTRATOR, OffsetDateTime.now(clock));
        admin.changePassword(passwordHash, mustChangePassword);
        users.add(admin);
    }
}
