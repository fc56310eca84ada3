package org.mobiledatasync.sync.control;

import java.util.Arrays;

/** Finds the rows of an export that have the contact or the number of another one, and marks them in {@link RowKeys}. */
final class RowComparison {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final RowKeys keys;
    private final int parts;
    private final int[] slots;
    private boolean several;

    /** @param part how many rows are compared at a time: the memory that it takes is 8 bytes for each of them */
    RowComparison(RowKeys keys, int part) {
        this.keys = keys;
        // Half as many rows as there is room for: how they are spread is a matter of chance.
        parts = keys.count() / Math.max(1, part / 2) + 1;
        slots = new int[Integer.highestOneBit(Math.max(1024, part)) * 2];
    }

    /** @return whether a contact has several rows; each of those points to the one before it, counted from 1 */
    boolean markAll() {
        for (int part = 0; part < parts; part++) {
            markContacts(part);
            clear();
            markPhones(part);
            clear();
        }
        return several;
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
            if (slots[slot] != 0) {
                several = true;
                keys.mark(slots[slot] - 1, RowKeys.REPEATED);
                keys.mark(row, RowKeys.REPEATED | RowKeys.LATER);
                keys.point(row, slots[slot]);
            }
            slots[slot] = row + 1;
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
