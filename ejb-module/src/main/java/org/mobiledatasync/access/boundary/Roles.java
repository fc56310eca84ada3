package org.mobiledatasync.access.boundary;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.mobiledatasync.access.entity.Role;

/**
 * The names of the roles for {@code @RolesAllowed}. Who has a role has those below it too, so a method names the lowest
 * role that it is for: {@code @RolesAllowed(Roles.OPERATOR)} lets administrators in as well.
 */
public final class Roles {

    public static final String ADMINISTRATOR = "ADMINISTRATOR";
    public static final String OPERATOR = "OPERATOR";
    public static final String VIEWER = "VIEWER";

    private Roles() {}

    /** The role's own name and the names of the roles below it. */
    public static Set<String> of(Role role) {
        return Arrays.stream(Role.values()).filter(role::covers).map(Role::name).collect(Collectors.toSet());
    }
}
