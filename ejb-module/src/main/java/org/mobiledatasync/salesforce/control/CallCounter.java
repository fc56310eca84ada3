package org.mobiledatasync.salesforce.control;

import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts the calls of one piece of work, and keeps what Salesforce last said of its own limit (R6.1). */
public class CallCounter {
    private static final Pattern USAGE = Pattern.compile("(?<![-\\w])api-usage=(\\d+)/(\\d+)");

    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong others = new AtomicLong();
    private volatile Usage usage;

    /** Salesforce's own count of API calls in its 24 hours, and its limit. */
    public record Usage(long used, long max) {}

    void count() {
        calls.incrementAndGet();
    }

    /** One of the calls moves no record: sign-in, describe, export. */
    void countOther() {
        others.incrementAndGet();
    }

    void heard(String limitInfo) {
        Matcher matcher = USAGE.matcher(limitInfo);
        if (matcher.find()) {
            usage = new Usage(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
        }
    }

    /** All calls since the last time; the next answer starts from 0. */
    public long take() {
        return calls.getAndSet(0);
    }

    /** The calls that moved no record since the last time; the next answer starts from 0. */
    public long takeOthers() {
        return others.getAndSet(0);
    }

    /** Null until Salesforce said something. */
    public Usage usage() {
        return usage;
    }
}
