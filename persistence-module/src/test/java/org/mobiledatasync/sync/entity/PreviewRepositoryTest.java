package org.mobiledatasync.sync.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mobiledatasync.platform.Samples.NOW;

import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.RoundTrip;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.sync.entity.PreviewFindings.ForSalesforce;
import org.mobiledatasync.sync.entity.PreviewFindings.Join;
import org.mobiledatasync.sync.entity.PreviewFindings.JoinText;
import org.mobiledatasync.sync.entity.PreviewFindings.Sample;

class PreviewRepositoryTest extends DatabaseTest {
    private static final PreviewFindings FINDINGS = new PreviewFindings(
            5214,
            Map.of(Outcome.PROFILE_CREATED, 5100L, Outcome.NO_IMPORT, 114L),
            5100,
            List.of(
                    new Join(3L, "Alerts \"now\"", JoinText.WELCOME, 4800),
                    new Join(4L, "Asked", JoinText.CONFIRM, 200),
                    new Join(5L, "Silent", JoinText.NONE, 100)),
            new ForSalesforce(1, 20, 300, 4000, 50_000),
            List.of(
                    new Sample(
                            Outcome.PROFILE_CREATED,
                            "+12125550101",
                            "Ada",
                            "003000000000001AAA",
                            "Made.",
                            List.of(new FieldChange("state", Side.PROFILE, null, "NY"))),
                    new Sample(Outcome.NO_IMPORT, null, null, null, "No number.", List.of())));

    private PreviewRepository previews;
    private Integration integration;

    @BeforeEach
    void makeRepository() {
        previews = new PreviewRepository(em);
        inTransaction(() -> integration = new Samples(em).integration("Salesforce"));
    }

    @Test
    void everyColumnComesBackAsItWasStored() {
        Preview stored = new Preview(integration.getId(), "admin", NOW);
        stored.reached(10, 20);
        stored.requestStop();
        stored.end(PreviewState.STOPPED, "m".repeat(2001), NOW.plusMinutes(1));
        stored.found(FINDINGS, NOW.plusMinutes(2));
        inTransaction(() -> previews.add(stored));

        Preview read = previews.find(integration.getId()).orElseThrow();
        RoundTrip.assertSame(stored, read);
        RoundTrip.assertEveryColumnIsFilled(database, "preview");
        assertThat(read.getMessage()).hasSize(2000);
        assertThat(read.getFindings()).isEqualTo(FINDINGS);
    }

    @Test
    void theFiguresAddUp() {
        assertThat(FINDINGS.welcomes()).isEqualTo(4800);
        assertThat(FINDINGS.forSalesforce().requests()).isEqualTo(50_321);
        assertThat(FINDINGS.samplesOf(Outcome.NO_IMPORT)).hasSize(1);
    }

    @Test
    void anotherBeginningForgetsWhatWasFound() {
        Preview preview = new Preview(integration.getId(), "admin", NOW);
        preview.found(FINDINGS, NOW);
        preview.beginAnew("operator", NOW.plusDays(1));

        assertThat(preview.isRunning()).isTrue();
        assertThat(preview.getFindings()).isNull();
        assertThat(preview.getAskedBy()).isEqualTo("operator");
        assertThat(preview.getFinishedAt()).isNull();
    }

    @Test
    void anIntegrationHasOne() {
        inTransaction(() -> previews.add(new Preview(integration.getId(), "admin", NOW)));

        assertThatThrownBy(() -> inTransaction(() -> previews.add(new Preview(integration.getId(), "operator", NOW))))
                .isInstanceOf(PersistenceException.class);
        assertThat(previews.find(integration.getId() + 1)).isEmpty();
    }

    @Test
    void oldOnesAreDeleted() {
        Preview preview = new Preview(integration.getId(), "admin", NOW);
        preview.found(FINDINGS, NOW);
        inTransaction(() -> previews.add(preview));

        inTransaction(() -> previews.deleteOlderThan(NOW));
        assertThat(previews.find(integration.getId())).isPresent();
        inTransaction(() -> previews.deleteOlderThan(NOW.plusSeconds(1)));
        assertThat(previews.find(integration.getId())).isEmpty();
    }
}
