package org.mobiledatasync.platform.web;

/** The number of a page in an address, where everybody can write what they like. */
public final class PageNumber {
    /** Far behind the last page of any list, and no overflow when it is counted in entries. */
    private static final int LAST = 1_000_000;

    private PageNumber() {}

    /** The number from 0; the first for what is none, or nothing. */
    public static int of(Integer asked) {
        return asked == null ? 0 : Math.max(0, Math.min(LAST, asked));
    }
}
