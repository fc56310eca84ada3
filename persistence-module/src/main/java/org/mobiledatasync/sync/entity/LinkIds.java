package org.mobiledatasync.sync.entity;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/** A set of ids of links, in their order, as bits: a million take 125 kilobytes. */
public final class LinkIds {
    /** How many ids one part covers. */
    static final int PART = 1 << 16;

    private final TreeMap<Long, BitSet> parts = new TreeMap<>();

    public void add(long id) {
        parts.computeIfAbsent(id / PART, part -> new BitSet()).set((int) (id % PART));
    }

    public void remove(long id) {
        BitSet bits = parts.get(id / PART);
        if (bits != null) {
            bits.clear((int) (id % PART));
        }
    }

    public boolean contains(long id) {
        BitSet bits = parts.get(id / PART);
        return bits != null && bits.get((int) (id % PART));
    }

    public boolean isEmpty() {
        return parts.values().stream().allMatch(BitSet::isEmpty);
    }

    public long size() {
        return parts.values().stream().mapToLong(BitSet::cardinality).sum();
    }

    /** All of them, in their order. */
    public long[] toArray() {
        return parts.entrySet().stream()
                .flatMapToLong(part -> part.getValue().stream().mapToLong(bit -> part.getKey() * PART + bit))
                .toArray();
    }

    /** By part, which is the id divided by {@link #PART}; a bit is what is left of it. */
    Map<Long, BitSet> parts() {
        return parts;
    }
}
