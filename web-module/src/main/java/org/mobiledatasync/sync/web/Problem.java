package org.mobiledatasync.sync.web;

import org.mobiledatasync.sync.entity.Outcome;

/**
 * Something that a person has to look at, and where it is mended. The words are in the bundle, under {@code problem.}.
 *
 * @param count of what; 0 when it is not counted
 * @param detail what the words leave open; null when nothing
 * @param page the data-sync page of the repair
 * @param runId the run that it is about; null when none
 * @param outcome the class of records that it is about; null when none
 */
public record Problem(Kind kind, long count, String detail, String page, Long runId, Outcome outcome) {

    /** What is wrong. */
    public enum Kind {
        NIGHT_FAILED,
        NIGHT_UNBALANCED,
        QUOTA_REACHED,
        OPT_OUTS_WAIT,
        RECORDS,
        CONFLICTS,
        SHARED_NUMBERS
    }

    static Problem of(Kind kind, long count, String page) {
        return new Problem(kind, count, null, page, null, null);
    }

    static Problem ofRun(Kind kind, String detail, Long runId) {
        return new Problem(kind, 0, detail, "run", runId, null);
    }

    static Problem ofRecords(long count, Long runId, Outcome outcome) {
        return new Problem(Kind.RECORDS, count, null, "run", runId, outcome);
    }
}
