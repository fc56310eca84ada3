package org.mobiledatasync.sync.control;

import java.util.List;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.sync.control.NightlyLedger.Entry;
import org.mobiledatasync.sync.entity.CrmLink;

/**
 * Spares records the decision that was made before (ADR 10, ADR 12).
 *
 * <p>What is done with a record follows from the rules, the row, its pair and its profile. When that is nothing, the pair
 * is settled under a mark of the rules and the row, at this version of the profile. As long as all of them stay, the record
 * is reported without being loaded: "No New Changes". What changes the link unsettles it; what changes the profile gives it
 * another version.
 */
final class SettledPairs {
    /** A profile that is made now is stored as this version. */
    private static final int FIRST_VERSION = 1;

    private SettledPairs() {}

    /** Settles the pairs with which there is nothing to do now, or will be nothing next time. */
    static void settle(SyncRules rules, ChunkState state, List<Entry> entries, List<RecordEffects> effects) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            CrmLink link = state.linkOfContact(entry.contact().contactId());
            if (link == null || !canSettle(entry) || state.isExportPending(link.getProfileId())) {
                continue;
            }
            Profile profile = state.profile(link.getProfileId());
            if (!profile.getPhone().equals(entry.contact().phone())) {
                continue;
            }
            if (effects.get(i).isNothing()) {
                settle(link, entry.rowMark(), profile.getVersion());
            } else if (effects.get(i).creates() && isNothingNextTime(rules, entry, state, link)) {
                settle(link, entry.rowMark(), FIRST_VERSION);
            }
        }
    }

    /** Only a record that was read whole is known again; where several contacts claim a number, each is looked at. */
    private static boolean canSettle(Entry entry) {
        return entry.rowMark() != null && entry.contact().fault() == null && !entry.phoneShared();
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

    /** Marks the rows of an export under the rules by which it is read. */
    static RowMarks marks(ExportLayout layout, SyncPlan plan, SyncRules rules) {
        return new RowMarks(String.join(
                "\n",
                String.valueOf(layout),
                plan.region(),
                rules.syncType().name(),
                String.valueOf(rules.fields()),
                String.valueOf(rules.path()),
                String.valueOf(rules.pathRules())));
    }
}
