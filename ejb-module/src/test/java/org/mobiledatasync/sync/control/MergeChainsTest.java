package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.sync.control.ContactFate.Kind;
import org.mobiledatasync.sync.control.ContactFate.Survivor;
import org.mobiledatasync.sync.control.MergeChains.Step;

class MergeChainsTest {
    private static final OffsetDateTime THEN = OffsetDateTime.parse("2026-11-20T10:00Z");

    private final MergeChains chains = new MergeChains();

    private static Step living(String id) {
        return new Step(false, null, new Survivor(id, "2125550101", "+12125550101"), true, THEN.plusDays(1));
    }

    private static Step gone(String id, String master) {
        return new Step(true, master, new Survivor(id, "", null), false, THEN);
    }

    private void told(String id, Step step) {
        chains.note(List.of(id), Map.of(id, step));
    }

    private Kind kind(String id) {
        return chains.fateOf(id, true).orElseThrow().kind();
    }

    @Test
    @DisplayName("a chain of merges leads to the living contact at its end; what the first one last said is kept")
    void chain() {
        told("a", gone("a", "b"));
        told("b", gone("b", "c"));
        told("c", living("c"));

        assertThat(chains.fateOf("a", true))
                .contains(new ContactFate(Kind.MERGED, living("c").survivor(), false, THEN));
        assertThat(kind("c")).isEqualTo(Kind.LIVING);
        assertThat(chains.read()).isEqualTo(3);
    }

    @Test
    @DisplayName("a chain that ends in the bin, or at a contact that nobody knows, means deleted")
    void endsInTheBin() {
        told("a", gone("a", "b"));
        told("b", gone("b", null));
        told("x", gone("x", "y"));
        chains.note(List.of("y"), Map.of());

        assertThat(kind("a")).isEqualTo(Kind.DELETED);
        assertThat(kind("b")).isEqualTo(Kind.DELETED);
        assertThat(kind("x")).isEqualTo(Kind.DELETED);
        assertThat(chains.fateOf("a", true).orElseThrow().goneSince()).isEqualTo(THEN);
    }

    @Test
    @DisplayName("a circle of merges means deleted; nobody follows it for ever")
    void circle() {
        told("a", gone("a", "b"));
        told("b", gone("b", "c"));
        told("c", gone("c", "b"));

        assertThat(kind("a")).isEqualTo(Kind.DELETED);
    }

    @Test
    @DisplayName("a contact that was asked for and not told of has vanished")
    void vanished() {
        chains.note(List.of("a"), Map.of());

        assertThat(kind("a")).isEqualTo(Kind.VANISHED);
    }

    @Test
    @DisplayName("R6.4 what the quota did not reach for stays unknown; a chain cut off for its length does not")
    void unknown() {
        Map<String, Step> answer = Map.of("a", gone("a", "b"));
        chains.note(List.of("a"), answer);

        assertThat(chains.mastersOf(answer)).containsExactly("b");
        assertThat(chains.fateOf("a", false)).isEmpty();
        assertThat(chains.fateOf("b", false)).isEmpty();
        assertThat(kind("a")).isEqualTo(Kind.DELETED);
    }
}
