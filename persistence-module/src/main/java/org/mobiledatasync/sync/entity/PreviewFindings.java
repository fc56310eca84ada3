package org.mobiledatasync.sync.entity;

import java.util.List;
import java.util.Map;

/**
 * What the nightly sync would do if it ran now.
 *
 * @param records of the export
 * @param counts how many of them would end in each class; classes without records are absent
 * @param newProfiles how many profiles would be made
 * @param joins who would join, by opt-in path
 * @param forSalesforce what Salesforce would be told
 * @param samples a few records of each class
 */
public record PreviewFindings(
        long records,
        Map<Outcome, Long> counts,
        long newProfiles,
        List<Join> joins,
        ForSalesforce forSalesforce,
        List<Sample> samples) {

    /**
     * The people who would join through a path.
     *
     * @param text what each of them would be texted
     */
    public record Join(Long pathId, String path, JoinText text, long people) {}

    /** What somebody is texted who joins. */
    public enum JoinText {
        WELCOME,
        /** The question of a double opt-in path. */
        CONFIRM,
        /** The path has no text. */
        NONE
    }

    /**
     * What would go to Salesforce, and how many requests of the Daily API Quota it takes.
     *
     * @param updates contacts that the nightly sync would update
     * @param reads contacts that it would read first, since their profiles changed here and the export lacks them
     * @param optIns opt-ins of new subscribers whom Salesforce has as not opted in
     * @param creates contacts that the five-minute sync would make of people who wait, at most
     * @param waiting requests for the opt-ins and opt-outs that wait already, at most
     */
    public record ForSalesforce(long updates, long reads, long optIns, long creates, long waiting) {

        /** All of them together, at most. */
        public long requests() {
            return updates + reads + optIns + waiting;
        }
    }

    /** One record, as the report of a run would show it. */
    public record Sample(
            Outcome outcome, String phone, String name, String contactId, String message, List<FieldChange> changes) {}

    /** How many people would be sent a Welcome message. */
    public long welcomes() {
        return joins.stream()
                .filter(join -> join.text == JoinText.WELCOME)
                .mapToLong(Join::people)
                .sum();
    }

    public List<Sample> samplesOf(Outcome outcome) {
        return samples.stream().filter(sample -> sample.outcome == outcome).toList();
    }

    public String toJson() {
        return PreviewJson.write(this);
    }

    public static PreviewFindings fromJson(String json) {
        return PreviewJson.read(json);
    }
}
