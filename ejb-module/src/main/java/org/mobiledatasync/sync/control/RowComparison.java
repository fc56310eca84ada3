package org.mobiledatasync.sync.control;

import java.util.Arrays;
import org.mobiledatasync.sync.entity.SettledLinks.SettledLink;

/**
 * Finds the rows of an export that have the contact or the number of another one, and those of settled pairs, and marks
 * them in {@link RowKeys}.
 */
final class RowComparison {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int ALIVE_EVERY = 5_000;

    private final RowKeys keys;
    private final int parts;
    private final int[] slots;
    private long looked;

    /** @param part how many rows are compared at a time: the memory that it takes is 8 bytes for each of them */
    RowComparison(RowKeys keys, int part) {
        this.keys = keys;
        parts = keys.count() / Math.max(1, part) + 1;
        slots = new int[Integer.highestOneBit(Math.max(1024, part)) * 2];
    }

    /**
     * Joins the rows of contacts with several, and marks those that look as they did when their pairs were settled.
     *
     * @param alive called again and again on the way
     */
    void compareContacts(KnownPairs settled, Runnable alive) {
        for (int part = 0; part < parts; part++) {
            int current = part;
            markContacts(part);
            settled.forEach(pair -> {
                settle(current, pair);
                if (looked++ % ALIVE_EVERY == 0) {
                    alive.run();
                }
            });
            clear();
        }
    }

    /** Marks the rows whose number another contact has too. */
    void comparePhones() {
        for (int part = 0; part < parts; part++) {
            markPhones(part);
            clear();
        }
    }

    private void clear() {
        Arrays.fill(slots, 0);
    }

    private void markContacts(int part) {
        for (int row = 0; row < keys.count(); row++) {
            long spread = keys.contactHash(row) * SPREAD;
            if (!keys.hasContact(row) || !isIn(part, spread)) {
                continue;
            }
            int slot = first(spread);
            while (slots[slot] != 0 && !keys.isSameContact(slots[slot] - 1, row)) {
                slot = next(slot);
            }
            if (slots[slot] == 0) {
                slots[slot] = row + 1;
            } else {
                keys.join(slots[slot] - 1, row);
            }
        }
    }

    private void settle(int part, SettledLink pair) {
        long spread = RowKeys.contactHash(pair.contactId()) * SPREAD;
        if (!isIn(part, spread)) {
            return;
        }
        int slot = first(spread);
        while (slots[slot] != 0 && !keys.isContact(slots[slot] - 1, pair.contactId())) {
            slot = next(slot);
        }
        int row = slots[slot] - 1;
        if (row >= 0 && keys.rowMark(row).equals(RowMarks.Mark.ofHex(pair.mark()))) {
            keys.settle(row, pair.id(), pair.phone());
        }
    }

    private void markPhones(int part) {
        for (int row = 0; row < keys.count(); row++) {
            long spread = keys.phone(row) * SPREAD;
            if (!keys.hasContact(row) || keys.phone(row) == 0 || !isIn(part, spread)) {
                continue;
            }
            int slot = first(spread);
            while (slots[slot] != 0 && keys.phone(slots[slot] - 1) != keys.phone(row)) {
                slot = next(slot);
            }
            if (slots[slot] == 0) {
                slots[slot] = row + 1;
            } else if (keys.is(slots[slot] - 1, RowKeys.SHARED) || !keys.isSameContact(slots[slot] - 1, row)) {
                keys.mark(slots[slot] - 1, RowKeys.SHARED);
                keys.mark(row, RowKeys.SHARED);
            }
        }
    }

    private boolean isIn(int part, long spread) {
        return (int) ((spread >>> 33) % parts) == part;
    }

    private int first(long spread) {
        return (int) (spread >>> 8) & slots.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & slots.length - 1;
    }
}
