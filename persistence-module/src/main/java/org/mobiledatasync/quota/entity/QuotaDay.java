package org.mobiledatasync.quota.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.platform.entity.StoredAfter;

/**
 * The requests of one calendar day of one integration, in its time zone (R6.2). All servers reserve here (R6.3).
 *
 * <p>{@code used} counts records. Calls that move no record (sign-in, describe) are counted in {@code otherCalls};
 * Salesforce's own count of calls stands beside it and is never mixed with ours (R6.1).
 */
@Entity
@Table(name = "quota_day")
@StoredAfter(Integration.class)
public class QuotaDay {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "quota_day_seq")
    @SequenceGenerator(name = "quota_day_seq", sequenceName = "quota_day_seq", allocationSize = 50)
    private Long id;

    @Column(name = "integration_id")
    private Long integrationId;

    @Column(name = "quota_day")
    private LocalDate day;

    private long used;

    @Column(name = "used_by_opt_outs")
    private long usedByOptOuts;

    @Column(name = "other_calls")
    private long otherCalls;

    @Column(name = "salesforce_used")
    private Long salesforceUsed;

    @Column(name = "salesforce_max")
    private Long salesforceMax;

    protected QuotaDay() {}

    public QuotaDay(Long integrationId, LocalDate day) {
        this.integrationId = integrationId;
        this.day = day;
    }

    /** Takes requests, or gives them back when negative. */
    public void use(long requests, boolean forOptOuts) {
        used = Math.max(0, used + requests);
        usedByOptOuts = Math.max(0, usedByOptOuts + (forOptOuts ? requests : 0));
    }

    public void countOtherCalls(long calls) {
        otherCalls += calls;
    }

    /** What Salesforce said of its own limit. */
    public void salesforceSaid(long usedThere, long maxThere) {
        salesforceUsed = usedThere;
        salesforceMax = maxThere;
    }

    public Long getId() {
        return id;
    }

    public Long getIntegrationId() {
        return integrationId;
    }

    public LocalDate getDay() {
        return day;
    }

    public long getUsed() {
        return used;
    }

    /** The part of {@code used} that opt-outs took (R6.5). */
    public long getUsedByOptOuts() {
        return usedByOptOuts;
    }

    public long getOtherCalls() {
        return otherCalls;
    }

    public Long getSalesforceUsed() {
        return salesforceUsed;
    }

    public Long getSalesforceMax() {
        return salesforceMax;
    }
}
