package org.mobiledatasync.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.access.entity.Role;
import org.mobiledatasync.access.entity.User;

/** A point in time is stored as that point, wherever the server stands and whatever its clocks do that night. */
class TimeStorageTest extends DatabaseTest {

    private final TimeZone zoneOfThisMachine = TimeZone.getDefault();

    @BeforeEach
    void moveToNewYork() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    }

    @AfterEach
    void moveBack() {
        TimeZone.setDefault(zoneOfThisMachine);
    }

    @Test
    void theHourThatComesTwiceIsNotConfused() {
        assertStored("2026-11-01T05:30:00Z");
        assertStored("2026-11-01T06:30:00Z");
    }

    @Test
    void theHourThatIsMissingInLocalTimeIsKept() {
        assertStored("2026-03-08T06:59:59.999999Z");
        assertStored("2026-03-08T07:00:00Z");
        assertStored("2026-03-08T02:30:00+00:00");
    }

    @Test
    void anOffsetIsTakenIntoAccount() {
        assertStored("2026-07-01T02:30:00+05:30");
    }

    private void assertStored(String text) {
        var time = OffsetDateTime.parse(text);
        var user = new User("user-" + text, Role.VIEWER, time);
        user.changePassword("hash", false);
        inTransaction(() -> em.persist(user));

        assertThat(em.find(User.class, user.getId()).getCreatedAt()).isAtSameInstantAs(time);
        assertThat(em.createQuery("select count(u) from User u where u.createdAt = :time", Long.class)
                        .setParameter("time", time)
                        .getSingleResult())
                .isEqualTo(1);
    }
}
