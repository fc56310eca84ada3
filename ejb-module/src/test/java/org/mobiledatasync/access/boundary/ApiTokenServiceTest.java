package org.mobiledatasync.access.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.access.AccessFixture;
import org.mobiledatasync.access.entity.ApiToken;
import org.mobiledatasync.access.entity.Role;
import org.mobiledatasync.platform.DatabaseTest;

class ApiTokenServiceTest extends DatabaseTest {

    private AccessFixture access;
    private long ada;

    @BeforeEach
    void makeCaller() {
        access = new AccessFixture(em);
        ada = inTransaction(
                        () -> access.userService.create(AccessFixture.CALLER, Role.ADMINISTRATOR, "a first password"))
                .getId();
    }

    @Test
    void aTokenWorksInTheNameOfItsUserWithItsOwnRole() {
        var token = create(Role.OPERATOR, null);
        assertThat(findAccount(token)).map(Account::login).contains(AccessFixture.CALLER + " (nightly export)");
        assertThat(findAccount(token)).map(Account::role).contains(Role.OPERATOR);
    }

    @Test
    void aTokenNeverGivesMoreThanItsUserMayDo() {
        var token = create(Role.ADMINISTRATOR, null);
        inTransaction(() -> access.users.get(ada).setRole(Role.VIEWER));
        assertThat(findAccount(token)).map(Account::role).contains(Role.VIEWER);
    }

    @Test
    void aTokenEnds() {
        var token = create(Role.VIEWER, Duration.ofDays(1));
        assertThat(findAccount(token)).isPresent();
        access.timePasses(Duration.ofDays(1));
        assertThat(findAccount(token)).isEmpty();
    }

    @Test
    void aRevokedOrUnknownTokenOrThatOfAnInactiveUserDoesNotWork() {
        var token = create(Role.VIEWER, null);
        assertThat(findAccount(token + "x")).isEmpty();

        inTransaction(() -> access.users.get(ada).setActive(false));
        assertThat(findAccount(token)).isEmpty();

        inTransaction(() -> access.users.get(ada).setActive(true));
        inTransaction(() -> access.apiTokenService.revoke(
                access.apiTokenService.findAll().get(0).getId()));
        assertThat(findAccount(token)).isEmpty();
    }

    @Test
    void theLastUseIsKept() {
        var token = create(Role.VIEWER, null);
        assertThat(access.apiTokenService.findAll().get(0).getLastUsedAt()).isEmpty();
        findAccount(token);
        assertThat(access.apiTokenService.findAll())
                .singleElement()
                .extracting(ApiToken::getLastUsedAt)
                .matches(Optional::isPresent);
    }

    private String create(Role role, Duration validity) {
        return inTransaction(() -> access.apiTokenService.create("nightly export", role, validity));
    }

    private Optional<Account> findAccount(String token) {
        return inTransaction(() -> access.apiTokenService.findAccount(token));
    }
}
