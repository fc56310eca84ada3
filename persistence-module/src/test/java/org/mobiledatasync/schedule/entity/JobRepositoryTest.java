package org.mobiledatasync.schedule.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mobiledatasync.platform.Samples.NOW;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.RoundTrip;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.platform.entity.NotFoundException;

class JobRepositoryTest extends DatabaseTest {

    private JobRepository jobs;

    @BeforeEach
    void makeRepository() {
        jobs = new JobRepository(em);
    }

    @Test
    void everyColumnComesBackAsItWasStored() {
        var stored = inTransaction(() -> {
            var integration = new Samples(em).integration("Salesforce");
            var job = new Job(JobKind.NIGHTLY_SYNC, integration.getId(), NOW);
            job.release(false, "It failed.", NOW.plusMinutes(1));
            job.claim("node-1#7", NOW.plusMinutes(2), NOW.plusMinutes(3));
            job.setPaused(true);
            jobs.add(job);
            return job;
        });

        assertThat(stored.getId()).isPositive();
        RoundTrip.assertSame(stored, jobs.get(stored.getId()));
        RoundTrip.assertEveryColumnIsFilled(database, "job");
    }

    @Test
    void jobsAreFoundByKindAndIntegration() {
        var integrationId =
                inTransaction(() -> new Samples(em).integration("Salesforce").getId());
        var outbox = store(JobKind.OUTBOX, NOW);
        var nightly = inTransaction(() -> {
            var job = new Job(JobKind.NIGHTLY_SYNC, integrationId, NOW);
            jobs.add(job);
            return job;
        });

        assertThat(jobs.findAll()).extracting(Job::getId).containsExactly(outbox.getId(), nightly.getId());
        assertThat(jobs.find(JobKind.OUTBOX, null)).map(Job::getId).contains(outbox.getId());
        assertThat(jobs.find(JobKind.NIGHTLY_SYNC, integrationId))
                .map(Job::getId)
                .contains(nightly.getId());
        assertThat(jobs.find(JobKind.NIGHTLY_SYNC, null)).isEmpty();
        assertThatThrownBy(() -> jobs.get(1))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("There is no job 1.");
        inTransaction(() -> jobs.remove(jobs.get(outbox.getId())));
        assertThat(jobs.find(outbox.getId())).isEmpty();
    }

    @Test
    @DisplayName("R7.3 what is due, and held by nobody, comes longest due first")
    void dueJobsAreFound() {
        var second = store(JobKind.OUTBOX, NOW);
        var first = store(JobKind.CLEANUP, NOW.minusMinutes(1));
        store(JobKind.CLEANUP, NOW.plusSeconds(1));
        var paused = store(JobKind.CLEANUP, NOW.minusMinutes(1));
        var held = store(JobKind.CLEANUP, NOW.minusMinutes(1));
        var expired = store(JobKind.CLEANUP, NOW.minusMinutes(2));
        var left = store(JobKind.CLEANUP, NOW.minusMinutes(3));
        inTransaction(() -> {
            jobs.get(paused.getId()).setPaused(true);
            jobs.get(held.getId()).claim("a", NOW, NOW.plusSeconds(1));
            jobs.get(expired.getId()).claim("a", NOW.minusMinutes(5), NOW);
            jobs.get(left.getId()).claim("a", NOW.minusMinutes(5), NOW);
            jobs.get(left.getId()).setPaused(true);
        });

        assertThat(jobs.findDue(NOW))
                .extracting(Job::getId)
                .as("one that rests is due when a dead server left it in the middle")
                .containsExactly(left.getId(), expired.getId(), first.getId(), second.getId());
        assertThat(jobs.findAll())
                .filteredOn(job -> job.isDue(NOW))
                .extracting(Job::getId)
                .containsExactlyInAnyOrder(left.getId(), expired.getId(), first.getId(), second.getId());
    }

    @Test
    @DisplayName("R7.3 only the holder with the newest token can renew a lease")
    void aLeaseIsRenewedByItsHolderOnly() {
        var id = store(JobKind.OUTBOX, NOW).getId();
        var token = inTransaction(() -> {
            var job = jobs.findForUpdate(id).orElseThrow();
            job.claim("a", NOW, NOW.plusMinutes(1));
            return job.getFencingToken();
        });
        var later = NOW.plusMinutes(9);

        assertThat(renew(id, "a", token - 1, later)).isFalse();
        assertThat(renew(id, "b", token, later)).isFalse();
        assertThat(renew(id + 1, "a", token, later)).isFalse();
        assertThat(jobs.get(id).getLeaseUntil()).isEqualTo(NOW.plusMinutes(1));
        em.clear();

        assertThat(renew(id, "a", token, later)).isTrue();
        assertThat(jobs.get(id).getLeaseUntil()).isEqualTo(later);
        em.clear();

        inTransaction(() -> jobs.get(id).claim("b", later, later.plusMinutes(1)));
        assertThat(renew(id, "a", token, later.plusHours(1))).isFalse();
    }

    @Test
    void aReleasedJobCannotBeRenewedAndCountsItsFailures() {
        var id = store(JobKind.OUTBOX, NOW).getId();
        inTransaction(() -> jobs.get(id).claim("a", NOW, NOW.plusMinutes(1)));
        inTransaction(() -> jobs.get(id).release(false, "no", NOW));
        inTransaction(() -> jobs.get(id).release(false, "no", NOW));

        assertThat(renew(id, "a", 1, NOW.plusHours(1))).isFalse();
        assertThat(jobs.get(id).getFailures()).isEqualTo(2);
        assertThat(jobs.get(id).isHeld(NOW)).isFalse();
        em.clear();
        inTransaction(() -> jobs.get(id).release(true, "yes", NOW));
        assertThat(jobs.get(id).getFailures()).isZero();
    }

    @Test
    @DisplayName("R7.4 a server that starts again frees what its earlier life held, and nobody else's")
    void abandonedLeasesAreFreed() {
        var earlier = held("web_1#old");
        var mine = held("web_1#new");
        var stranger = held("webx1#old");

        var freed = inTransaction(() -> jobs.releaseAbandoned("web_1#", "web_1#new", NOW));

        assertThat(freed).isEqualTo(1);
        assertThat(jobs.get(earlier).isHeld(NOW)).isFalse();
        assertThat(jobs.get(mine).isHeld(NOW)).isTrue();
        assertThat(jobs.get(stranger).isHeld(NOW)).isTrue();
    }

    private long held(String owner) {
        var id = store(JobKind.OUTBOX, NOW).getId();
        inTransaction(() -> jobs.get(id).claim(owner, NOW, NOW.plusMinutes(10)));
        return id;
    }

    private boolean renew(long id, String owner, long token, OffsetDateTime until) {
        return inTransaction(() -> jobs.renew(id, owner, token, until));
    }

    private Job store(JobKind kind, OffsetDateTime nextRunAt) {
        return inTransaction(() -> {
            var job = new Job(kind, null, nextRunAt);
            jobs.add(job);
            return job;
        });
    }
}
