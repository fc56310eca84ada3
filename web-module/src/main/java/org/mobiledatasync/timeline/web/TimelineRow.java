package org.mobiledatasync.timeline.web;

import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.mobiledatasync.campaign.entity.SubscriptionStatus;
import org.mobiledatasync.platform.web.Phrases;
import org.mobiledatasync.profile.web.FieldLabels;
import org.mobiledatasync.timeline.boundary.TimelineEntry;
import org.mobiledatasync.timeline.boundary.TimelineEntry.Quiet;
import org.mobiledatasync.timeline.boundary.TimelineEntry.Run;
import org.mobiledatasync.timeline.boundary.TimelineEntry.Word;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/**
 * One entry of a time line in the words of the page.
 *
 * @param title what happened, in a few words
 * @param reason the sentence for people; null when the title says it all
 * @param who the person; null when a sync did it
 */
public record TimelineRow(
        OffsetDateTime at,
        String title,
        String reason,
        String who,
        Run run,
        String constituentId,
        String source,
        String evidence,
        List<Change> changes,
        Quiet quietBefore,
        Quiet repeats)
        implements Serializable {

    /** What an entry of the audit log is called here, by what it is about. */
    private static final Map<String, String> EDITS = Map.of(
            "Profile", "profile", "Import", "import", "Field conflict", "conflict", "Multiple matches", "matches");

    /**
     * A value before and after.
     *
     * @param where here or in Salesforce; null when it needs no saying
     */
    public record Change(String label, String where, String from, String to) implements Serializable {}

    static TimelineRow of(TimelineEntry entry, FieldLabels labels, Phrases phrases) {
        Word word = entry.consent();
        return new TimelineRow(
                entry.at(),
                title(entry),
                reason(entry, labels, phrases),
                entry.run() == null ? phrases.of(entry.who()) : null,
                entry.run(),
                entry.constituentId(),
                word == null ? null : text("consent.source." + word.source()),
                word == null ? null : word.evidence(),
                Stream.concat(statuses(word), entry.changes().stream().map(change -> change(change, labels)))
                        .toList(),
                entry.quietBefore(),
                entry.repeats());
    }

    private static String title(TimelineEntry entry) {
        return text(
                switch (entry.source()) {
                    case CONSENT -> "consent.action." + entry.what();
                    case SYNC -> "outcome." + entry.what();
                    case EDIT -> "timeline.edit." + EDITS.get(entry.subject()) + "." + entry.what();
                });
    }

    private static String reason(TimelineEntry entry, FieldLabels labels, Phrases phrases) {
        Word word = entry.consent();
        if (word == null) {
            return entry.reason() == null ? null : labels.in(phrases.of(entry.reason()));
        }
        String campaign = Objects.requireNonNullElseGet(word.campaign(), () -> text("timeline.everyCampaign"));
        String path = Objects.requireNonNullElse(word.optInPath(), "");
        return Messages.create(text("timeline.consent." + entry.what()), campaign, path)
                .get()
                .getSummary();
    }

    private static Stream<Change> statuses(Word word) {
        if (word == null || word.from() == null && word.to() == null) {
            return Stream.empty();
        }
        String label = text(word.campaign() == null ? "profiles.status" : "timeline.subscription");
        return Stream.of(new Change(label, null, status(word.from()), status(word.to())));
    }

    /** A status of a subscription or, when there is none of that name, of a profile. */
    private static String status(String constant) {
        if (constant == null) {
            return null;
        }
        boolean subscription = Stream.of(SubscriptionStatus.values())
                .anyMatch(status -> status.name().equals(constant));
        return text((subscription ? "subscriptionStatus." : "profileStatus.") + constant);
    }

    private static Change change(TimelineEntry.Change change, FieldLabels labels) {
        return new Change(
                labels.of(change.field()),
                change.side() == null ? null : text("run.sideName." + change.side()),
                labels.value(change.field(), change.from()),
                labels.value(change.field(), change.to()));
    }

    private static String text(String key) {
        return Faces.getBundleString(key);
    }
}
