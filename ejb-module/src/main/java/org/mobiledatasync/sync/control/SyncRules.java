package org.mobiledatasync.sync.control;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mobiledatasync.integration.entity.SyncType;

/**
 * What an integration asks of a run, taken once at its start.
 *
 * @param fields the fields that the source carries and the merge moves
 * @param path the default opt-in path; null when none is selected
 * @param pathRules which groups of Salesforce go through paths of their own (R4.7)
 * @param asOf when Salesforce was asked for the records; what we synced later is newer than they are
 */
public record SyncRules(
        SyncType syncType, List<MergeField> fields, Path path, List<PathRule> pathRules, OffsetDateTime asOf) {

    /**
     * An opt-in path and its campaign.
     *
     * @param asksFirst whether it is a double opt-in path
     */
    public record Path(Long id, Long campaignId, boolean asksFirst) {}

    /**
     * @param heading the column looked at
     * @param value what it must hold, without case
     */
    public record PathRule(String heading, String value, Path path) {}

    /** The path that the record's person joins by: the first rule that any of its rows matches, else the default. */
    public Optional<Path> pathFor(List<Map<String, String>> rows) {
        return pathRules.stream()
                .filter(rule -> rows.stream().anyMatch(row -> rule.value().equalsIgnoreCase(row.get(rule.heading()))))
                .map(PathRule::path)
                .findFirst()
                .or(() -> Optional.ofNullable(path));
    }

    /** Whether the record takes part (R2). */
    public boolean takes(ContactRecord contact) {
        return syncType == SyncType.LIBERAL || contact.isOptedIn();
    }
}
