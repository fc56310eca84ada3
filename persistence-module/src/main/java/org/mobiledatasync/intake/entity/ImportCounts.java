package org.mobiledatasync.intake.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** How many lines of a file ended in what. The first four add up to the lines that are done. */
@Embeddable
public class ImportCounts implements Serializable {
    private long created;
    private long changed;
    private long unchanged;
    private long refused;

    @Column(name = "opted_in")
    private long optedIn;

    private long asked;

    private long blocked;

    /** @param consent null for a line that brings none */
    public void count(RowOutcome outcome, RowConsent consent) {
        switch (outcome) {
            case CREATED -> created++;
            case CHANGED -> changed++;
            case UNCHANGED -> unchanged++;
            case REFUSED -> refused++;
        }
        if (consent == RowConsent.OPTED_IN) {
            optedIn++;
        } else if (consent == RowConsent.ASKED) {
            asked++;
        } else if (consent == RowConsent.BLOCKED) {
            blocked++;
        }
    }

    public long done() {
        return created + changed + unchanged + refused;
    }

    public long getCreated() {
        return created;
    }

    public long getChanged() {
        return changed;
    }

    public long getUnchanged() {
        return unchanged;
    }

    public long getRefused() {
        return refused;
    }

    public long getOptedIn() {
        return optedIn;
    }

    public long getAsked() {
        return asked;
    }

    /** Lines of people who said STOP and stay out (R4.1). */
    public long getBlocked() {
        return blocked;
    }
}
