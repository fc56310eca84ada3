package org.mobiledatasync.access.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.access.AccessFixture;
import org.mobiledatasync.access.boundary.SignInResult.Accepted;
import org.mobiledatasync.access.boundary.SignInResult.LockedOut;
import org.mobiledatasync.access.boundary.SignInResult.Refused;
import org.mobiledatasync.access.entity.AuditAction;
import org.mobiledatasync.access.entity.AuditChange;
import org.mobiledatasync.access.entity.Role;
import org.mobiledatasync.access.entity.User;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.entity.InvalidInputException;

class SignInServiceTest extends DatabaseTest {

    private static final String PASSWORD = "correct horse";

    private AccessFixture access;
    private long ada;

    @BeforeEach
    void makeUser() {
        access = new AccessFixture(em);
        ada = inTransaction(() -> access.userService.create("ada", Role.OPERATOR, PASSWORD))
                .getId();
    }

    @Test
    void theRightPasswordIsAccepted() {
        assertThat(signIn("ADA", PASSWORD))
                .isEqualTo(new Accepted(new Account(ada, "ada", Role.OPERATOR, true, mark())));
        assertThat(access.users.get(ada).getLastSignInAt()).isPresent();
    }

    @Test
    void aWrongPasswordAndAnUnknownLoginAreRefusedAlike() {
        assertThat(signIn("ada", "wrong")).isEqualTo(new Refused());
        assertThat(signIn("bob", PASSWORD)).isEqualTo(new Refused());
    }

    @Test
    void anInactiveUserIsRefused() {
        inTransaction(() -> access.users.get(ada).setActive(false));
        assertThat(signIn("ada", PASSWORD)).isEqualTo(new Refused());
        assertThat(access.signInService.findAccount("ada")).isEmpty();
    }

    @Test
    void theFifthWrongPasswordLocksForFifteenMinutes() {
        for (int i = 0; i < 4; i++) {
            assertThat(signIn("ada", "wrong")).isEqualTo(new Refused());
        }
        assertThat(signIn("ada", "wrong")).isEqualTo(new LockedOut());
        assertThat(signIn("ada", PASSWORD)).isEqualTo(new LockedOut());

        access.timePasses(User.LOCK_TIME.minusSeconds(1));
        assertThat(signIn("ada", PASSWORD)).isEqualTo(new LockedOut());

        access.timePasses(Duration.ofSeconds(1));
        assertThat(signIn("ada", PASSWORD)).isInstanceOf(Accepted.class);
    }

    @Test
    void theRightPasswordStartsTheCountAnew() {
        for (int i = 0; i < 4; i++) {
            signIn("ada", "wrong");
        }
        signIn("ada", PASSWORD);
        assertThat(signIn("ada", "wrong")).isEqualTo(new Refused());
        assertThat(access.users.get(ada).getFailedAttempts()).isEqualTo(1);
    }

    @Test
    void aChangedPasswordNeedNotBeChangedAgain() {
        inTransaction(() -> access.signInService.changePassword("ada", PASSWORD, "battery staple"));

        assertThat(signIn("ada", PASSWORD)).isEqualTo(new Refused());
        assertThat(signIn("ada", "battery staple"))
                .isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(accepted.account())
                        .returns(ada, Account::userId)
                        .returns(Role.OPERATOR, Account::role)
                        .returns(false, Account::mustChangePassword));
    }

    @Test
    void sessionsKnowThatThePasswordIsAnotherOne() {
        String before = access.signInService.findAccount("ada").orElseThrow().passwordMark();
        signIn("ada", PASSWORD);
        assertThat(access.signInService.findAccount("ada").orElseThrow().passwordMark())
                .as("the same after a sign-in")
                .isEqualTo(before);

        var result = inTransaction(() -> access.signInService.changePassword("ada", PASSWORD, "battery staple"));
        Account changed = ((Accepted) result).account();

        assertThat(changed.passwordMark()).isNotEqualTo(before);
        assertThat(access.signInService.findAccount("ada").orElseThrow().passwordMark())
                .isEqualTo(changed.passwordMark());
    }

    @Test
    void aBadNewPasswordIsRefusedWithItsField() {
        assertRefused("newPassword", PASSWORD, "short");
        assertRefused("newPassword", PASSWORD, PASSWORD);
        assertRefused("newPassword", PASSWORD, "x".repeat(201));
    }

    @Test
    void whoChangesThePasswordCannotGuessTheCurrentOne() {
        for (int i = 0; i < 4; i++) {
            assertThat(change("wrong")).isEqualTo(new Refused());
        }
        assertThat(change("wrong")).isEqualTo(new LockedOut());
        assertThat(change(PASSWORD)).isEqualTo(new LockedOut());
        assertThat(signIn("ada", PASSWORD)).isEqualTo(new LockedOut());

        access.timePasses(User.LOCK_TIME);
        assertThat(change(PASSWORD)).isInstanceOf(Accepted.class);
    }

    @Test
    void aChangedPasswordIsInTheAuditLogWithoutThePassword() {
        change(PASSWORD);

        var entry = access.audit.find("User", 0, 1).get(0);
        assertThat(entry.getAction()).isEqualTo(AuditAction.CHANGED);
        assertThat(entry.getSubject()).isEqualTo("ada");
        assertThat(entry.getChanges()).containsExactly(AuditChange.ofSecret("Password"));
    }

    @Test
    void theLockDoesNotTellWhichLoginsExist() {
        assertThat(lockOf("nobody")).isEqualTo(lockOf("ada"));

        access.timePasses(User.LOCK_TIME);
        assertThat(signIn("nobody", "wrong")).isEqualTo(new Refused());
    }

    private List<SignInResult> lockOf(String login) {
        return IntStream.range(0, 7).mapToObj(attempt -> signIn(login, "wrong")).toList();
    }

    private SignInResult change(String current) {
        return inTransaction(() -> access.signInService.changePassword("ada", current, "battery staple"));
    }

    private void assertRefused(String field, String current, String next) {
        assertThatThrownBy(() -> inTransaction(() -> access.signInService.changePassword("ada", current, next)))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.problems())
                        .extracting(InvalidInputException.Problem::field)
                        .containsExactly(field));
    }

    private SignInResult signIn(String login, String password) {
        return inTransaction(() -> access.signInService.signIn(login, password));
    }

    private String mark() {
        return access.users.get(ada).passwordMark();
    }
}
