package org.mobiledatasync.simulator.call;

import java.util.Locale;
import java.util.Optional;

/** What can go wrong with a call, named in the control API with hyphens: {@code reset-after}. */
public enum FaultKind {
    /** Every answer waits {@code ms}. */
    LATENCY(Stage.DELAY),
    /** No answer until the fault is removed, then the connection is closed; nothing was done. */
    HANG(Stage.BEFORE),
    /** As {@link #HANG}, but the call took effect. */
    HANG_AFTER(Stage.AFTER),
    /** The connection is closed without an answer; nothing was done. */
    RESET_BEFORE(Stage.BEFORE),
    /** The call took effect, then the connection is closed without an answer. */
    RESET_AFTER(Stage.AFTER),
    HTTP_500_BEFORE(Stage.BEFORE),
    /** The call took effect, then 500 is answered. */
    HTTP_500_AFTER(Stage.AFTER),
    HTTP_503(Stage.BEFORE),
    /** 502 with a page of the gateway; nothing was done. */
    HTML_GATEWAY(Stage.BEFORE),
    SESSION_EXPIRED(Stage.BEFORE),
    REQUEST_LIMIT(Stage.BEFORE),
    /** Rows fail with {@code UNABLE_TO_LOCK_ROW}: every {@code every}th (default 2nd), or those in {@code rows}. */
    ROW_LOCK(Stage.ROWS),
    /** As {@link #ROW_LOCK}, with {@code statusCode} and {@code message}; {@code contactId} aims at one contact. */
    ROW_ERROR(Stage.ROWS),
    /** Query pages hold {@code size} rows at most (default 2). */
    SMALL_PAGES(Stage.QUERY),
    /** What the call writes is seen by queries and reports only {@code ms} later. */
    LATE_VISIBILITY(Stage.WRITE),

    HTML(Stage.REPORT),
    REDIRECT(Stage.REPORT),
    REDIRECT_LOOP(Stage.REPORT),
    EMPTY(Stage.REPORT),
    HEADER_ONLY(Stage.REPORT),
    /** The body ends within the table's last line, as if that were all. */
    TRUNCATED(Stage.REPORT),
    /** The whole length is announced; the connection is closed half-way. */
    TRUNCATED_WITH_CONTENT_LENGTH(Stage.REPORT),
    /** Only the first {@code rows} rows (default half of them), then the footer: well-formed, but too short. */
    SHORT(Stage.REPORT),
    /** The column {@code heading} is absent. */
    MISSING_HEADING(Stage.REPORT),
    /** The column {@code heading} is called {@code newHeading}. */
    RENAMED_HEADING(Stage.REPORT),
    /** The column {@code heading} comes twice. */
    DUPLICATE_HEADING(Stage.REPORT),
    NO_FOOTER(Stage.REPORT),
    /** A line of totals follows the table; with {@code fullWidth} it has as many cells as a row. */
    GRAND_TOTALS(Stage.REPORT),
    BLANK_LINES(Stage.REPORT),
    CRLF(Stage.REPORT),
    BOM(Stage.REPORT),
    /** A NUL byte stands in the cell {@code heading} (default Last Name) of the first row. */
    NUL(Stage.REPORT),
    /** The cell {@code heading} (default Mailing Street) of the first row has {@code bytes} (default 10 MB). */
    BIG_FIELD(Stage.REPORT),
    /** Headings as a user with that {@code language} sees them: {@code de} or {@code es}. */
    LABEL_LANGUAGE(Stage.REPORT),
    /** Another file in place of the export: {@code text}, written in {@code charset} (default the one asked for). */
    FILE(Stage.REPORT);

    /** Where a fault takes hold. */
    enum Stage {
        DELAY,
        BEFORE,
        AFTER,
        ROWS,
        QUERY,
        WRITE,
        REPORT;

        boolean concerns(CallKind kind) {
            return switch (this) {
                case DELAY, BEFORE, AFTER -> true;
                case ROWS, WRITE -> kind.isWrite();
                case QUERY -> kind == CallKind.QUERY;
                case REPORT -> kind == CallKind.REPORT;
            };
        }

        /** True for faults that put their own answer, or none, in place of the call's. */
        boolean replacesAnswer() {
            return this == BEFORE || this == AFTER;
        }
    }

    private final Stage stage;

    FaultKind(Stage stage) {
        this.stage = stage;
    }

    public static Optional<FaultKind> named(String label) {
        for (FaultKind kind : values()) {
            if (kind.label().equals(label)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Stage stage() {
        return stage;
    }
}
