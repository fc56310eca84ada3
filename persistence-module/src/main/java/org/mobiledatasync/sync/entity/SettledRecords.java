package org.mobiledatasync.sync.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.BitSet;
import org.mobiledatasync.platform.entity.StoredAfter;

/**
 * The records of a run with which there was nothing to do since their pairs are settled, as bits over the ids of their
 * links ({@link LinkIds}): one of these for 65,536 of them. Each counts as one record that the run reported.
 */
@Entity
@Table(name = "settled_records")
@StoredAfter(SyncRun.class)
public class SettledRecords {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "settled_records_seq")
    @SequenceGenerator(name = "settled_records_seq", sequenceName = "settled_records_seq", allocationSize = 50)
    private Long id;

    @Column(name = "run_id")
    private Long runId;

    private long part;

    @Column(name = "link_bits")
    private byte[] linkBits;

    @Column(name = "record_count")
    private int count;

    @Column(name = "occurred_at")
    private OffsetDateTime occurredAt;

    protected SettledRecords() {}

    SettledRecords(long runId, long part, OffsetDateTime now) {
        this.runId = runId;
        this.part = part;
        this.linkBits = new byte[0];
        this.occurredAt = now;
    }

    /** Adds some. @return how many of them were not there yet */
    int add(BitSet further) {
        BitSet all = bits();
        all.or(further);
        int before = count;
        linkBits = all.toByteArray();
        count = all.cardinality();
        return count - before;
    }

    BitSet bits() {
        return BitSet.valueOf(linkBits);
    }

    boolean has(long linkId) {
        return linkId / LinkIds.PART == part && bits().get((int) (linkId % LinkIds.PART));
    }

    OffsetDateTime getOccurredAt() {
        return occurredAt;
    }

    long getPart() {
        return part;
    }
}
