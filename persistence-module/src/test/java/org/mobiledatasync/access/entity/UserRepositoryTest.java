package org.mobiledatasync.access.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.RollbackException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.entity.NotFoundException;

class UserRepositoryTest extends DatabaseTest {

    private static final OffsetDateTime NOW = OffsetDateTime.of(2026, 11, 1, 12, 0, 0, 123_456_000, ZoneOffset.UTC);

    private UserRepository users;

    @BeforeEach
    void makeRepository() {
        users = new UserRepository(em);
    }

    @Test
    void aStoredUserIsFoundByLoginWhateverItsCase() {
        assertThat(users.isEmpty()).isTrue();

        var id = store("Ada@Example.org ", Role.OPERATOR).getId();

        assertThat(id).isPositive();
        assertThat(users.isEmpty()).isFalse();
        var found = users.findByLogin(" ADA@example.org").orElseThrow();
        assertThat(found.getId()).isEqualTo(id);
        assertThat(found.getRole()).isEqualTo(Role.OPERATOR);
        assertThat(found.getCreatedAt()).isEqualTo(NOW);
        assertThat(users.findByLogin("nobody")).isEmpty();
    }

    @Test
    void aUserThatDoesNotExistIsNamedInTheError() {
        assertThatThrownBy(() -> users.get(12))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("There is no user 12.");
    }

    @Test
    void twoUsersCannotShareALogin() {
        store("ada", Role.VIEWER);
        assertThatThrownBy(() -> store("ADA", Role.VIEWER)).isInstanceOf(RollbackException.class);
    }

    @Test
    void aChangeOfAnOutdatedUserIsRefused() {
        var id = store("ada", Role.VIEWER).getId();
        var outdated = users.get(id);
        em.detach(outdated);
        inTransaction(() -> users.get(id).setRole(Role.OPERATOR));

        outdated.setRole(Role.ADMINISTRATOR);

        assertThatThrownBy(() -> inTransaction(() -> em.merge(outdated)))
                .satisfiesAnyOf(e -> assertThat(e).isInstanceOf(OptimisticLockException.class), e -> assertThat(e)
                        .hasCauseInstanceOf(OptimisticLockException.class));
    }

    @Test
    void onlyActiveAdministratorsAreLocked() {
        store("ada", Role.ADMINISTRATOR);
        store("bob", Role.OPERATOR);
        var gone = store("cyd", Role.ADMINISTRATOR);
        inTransaction(() -> users.get(gone.getId()).setActive(false));

        var logins = inTransaction(
                () -> users.lockAdministrators().stream().map(User::getLogin).toList());

        assertThat(logins).containsExactly("ada");
    }

    private User store(String login, Role role) {
        var user = new User(login, role, NOW);
        user.changePassword("hash", false);
        inTransaction(() -> users.add(user));
        return user;
    }
}
