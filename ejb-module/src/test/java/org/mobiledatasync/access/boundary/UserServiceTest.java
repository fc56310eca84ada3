package org.mobiledatasync.access.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.access.AccessFixture;
import org.mobiledatasync.access.entity.AuditAction;
import org.mobiledatasync.access.entity.AuditChange;
import org.mobiledatasync.access.entity.Role;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.InvalidInputException.Problem;

class UserServiceTest extends DatabaseTest {

    private AccessFixture access;
    private long ada;

    @BeforeEach
    void makeAdministrator() {
        access = new AccessFixture(em);
        ada = create("ada", Role.ADMINISTRATOR);
    }

    @Test
    void theLastAdministratorCannotGoInAnyWay() {
        create("bob", Role.OPERATOR);

        assertThatThrownBy(() -> inTransaction(() -> access.userService.remove(ada)))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> change(ada, Role.VIEWER, true)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> change(ada, Role.ADMINISTRATOR, false)).isInstanceOf(ConflictException.class);
        assertThat(access.users.get(ada).getRole()).isEqualTo(Role.ADMINISTRATOR);
    }

    @Test
    void oneOfTwoAdministratorsCanGo() {
        var bob = create("bob", Role.ADMINISTRATOR);
        inTransaction(() -> access.userService.remove(ada));
        assertThat(access.userService.findAll()).singleElement().satisfies(left -> assertThat(left.getId())
                .isEqualTo(bob));
    }

    @Test
    void aChangeIsInTheAuditLogWithFromAndTo() {
        var bob = create("bob", Role.OPERATOR);
        change(bob, Role.VIEWER, true);

        var entry = access.audit.find("User", 0, 1).get(0);
        assertThat(entry.getWho()).isEqualTo(AccessFixture.CALLER);
        assertThat(entry.getAction()).isEqualTo(AuditAction.CHANGED);
        assertThat(entry.getSubject()).isEqualTo("bob");
        assertThat(entry.getChanges()).containsExactly(new AuditChange("Role", "OPERATOR", "VIEWER"));
    }

    @Test
    void aNewPasswordIsInTheAuditLogAsChangedOnly() {
        inTransaction(() -> access.userService.resetPassword(ada, "a new password"));
        assertThat(access.audit.find("User", 0, 1).get(0).getChanges())
                .containsExactly(new AuditChange("Password", "", "changed"));
        assertThat(access.users.get(ada).isMustChangePassword()).isTrue();
    }

    @Test
    void aNewPasswordThatIsTooShortIsNamedAsTheNewOne() {
        assertThatThrownBy(() -> inTransaction(() -> access.userService.resetPassword(ada, "short")))
                .isInstanceOfSatisfying(InvalidInputException.class, refused -> assertThat(refused.problems())
                        .extracting(Problem::field)
                        .containsExactly("newPassword"));
    }

    @Test
    void anOutdatedChangeIsRefused() {
        var bob = create("bob", Role.OPERATOR);
        var outdated = access.users.get(bob).getVersion();
        change(bob, Role.VIEWER, true);

        assertThatThrownBy(
                        () -> inTransaction(() -> access.userService.change(bob, outdated, Role.ADMINISTRATOR, true)))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Somebody else changed this user");
    }

    @Test
    void aTakenOrUnusableLoginIsRefused() {
        assertThatThrownBy(() -> create("ADA", Role.VIEWER)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> create("two words", Role.VIEWER)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> create("", Role.VIEWER)).isInstanceOf(InvalidInputException.class);
    }

    private long create(String login, Role role) {
        return inTransaction(() -> access.userService.create(login, role, "a first password"))
                .getId();
    }

    private void change(long id, Role role, boolean active) {
        inTransaction(() -> access.userService.change(id, access.users.get(id).getVersion(), role, active));
    }
}
