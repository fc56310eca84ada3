package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.sync.control.NightlyLedger.Entry;
import org.mobiledatasync.sync.entity.CrmLink;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.SettledOutcomes;
import org.mobiledatasync.sync.entity.SyncRun;

/**
 * Spares records the decision that was made before.
 *
 * <p>What is done with a record follows from the rules, the record, its pair and its profile. When that is nothing, the
 * pair is settled under a mark of the rules and the record, at this version of the profile. As long as all of them stay, it
 * is reported without being loaded: "No New Changes". What changes the link unsettles it; what changes the profile gives it
 * another version.
 */
@ApplicationScoped
public class SettledPairs {
    /** A profile that is made now is stored as this version. */
    private static final int FIRST_VERSION = 1;

    private SettledOutcomes outcomes;
    private Clock clock;

    protected SettledPairs() {}

    @Inject
    public SettledPairs(SettledOutcomes outcomes, Clock clock) {
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** Reports those of the entries whose pairs are settled, and answers the others. */
    List<Entry> withoutSettled(SyncRun run, SyncPlan plan, SyncRules rules, List<Entry> entries) {
        String rulesMark = mark(plan, rules);
        Map<String, String> marks = new HashMap<>();
        for (Entry entry : entries) {
            if (canSettle(entry)) {
                marks.put(entry.key(), mark(rulesMark, entry.contact()));
            }
        }
        SettledOutcomes.Report report = new SettledOutcomes.Report(
                run.getId(),
                Outcome.NO_NEW_CHANGES,
                Reason.SAME_AS_BEFORE.name(),
                Reason.SAME_AS_BEFORE.sentence(),
                OffsetDateTime.now(clock));
        Set<String> reported = outcomes.add(report, plan.integrationId(), rules.asOf(), marks);
        return entries.stream().filter(entry -> !reported.contains(entry.key())).toList();
    }

    /** Settles the pairs with which there is nothing to do now, or will be nothing next time. */
    void settle(SyncPlan plan, SyncRules rules, ChunkState state, List<Entry> entries, List<RecordEffects> effects) {
        String rulesMark = mark(plan, rules);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            CrmLink link = state.linkOfContact(entry.contact().contactId());
            if (link == null || !canSettle(entry) || state.isExportPending(link.getProfileId())) {
                continue;
            }
            Profile profile = state.profile(link.getProfileId());
            if (effects.get(i).isNothing()) {
                settle(link, mark(rulesMark, entry.contact()), profile.getVersion());
            } else if (effects.get(i).creates() && isNothingNextTime(rules, entry, state, link)) {
                settle(link, mark(rulesMark, entry.contact()), FIRST_VERSION);
            }
        }
    }

    /** Only a record that was read whole is known again; where several contacts claim a number, each is looked at. */
    private static boolean canSettle(Entry entry) {
        return entry.contact().contactId() != null && entry.contact().mark() != null && !entry.phoneShared();
    }

    private static void settle(CrmLink link, String mark, int version) {
        if (!link.isSettled(mark, version)) {
            link.settle(mark, version);
        }
    }

    private static boolean isNothingNextTime(SyncRules rules, Entry entry, ChunkState state, CrmLink link) {
        SyncRules later = new SyncRules(
                rules.syncType(),
                rules.fields(),
                rules.path(),
                rules.pathRules(),
                link.getSyncedAt().plusDays(1));
        return RecordDecision.decide(later, entry.contact(), state.around(entry.contact(), false))
                .isNothing();
    }

    private static String mark(SyncPlan plan, SyncRules rules) {
        return new RowMark()
                .add(plan.region())
                .add(rules.syncType().name())
                .add(String.valueOf(rules.fields()))
                .add(String.valueOf(rules.path()))
                .add(String.valueOf(rules.pathRules()))
                .hex();
    }

    private static String mark(String rulesMark, ContactRecord contact) {
        return new RowMark()
                .add(rulesMark)
                .add(contact.contactId())
                .add(contact.optIn().name())
                .add(contact.mark())
                .hex();
    }
}
