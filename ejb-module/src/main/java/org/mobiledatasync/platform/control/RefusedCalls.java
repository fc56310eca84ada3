package org.mobiledatasync.platform.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.AccessLocalException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.util.Arrays;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps the log short when a role does not permit a call: the container would write two warnings and a stack trace for
 * what is no fault but its daily work. All other exceptions stay as it writes them.
 */
@Singleton
@Startup
public class RefusedCalls implements Filter {
    /** Announces the exception that the next record carries whole, its method included. */
    private static final String ANNOUNCEMENT = "A system exception occurred during an invocation on EJB";

    private static final Pattern OF_OURS = Pattern.compile("org\\.mobiledatasync\\..*?(\\w+Service|\\w+)__Intf.*");
    private static final SimpleFormatter WORDS = new SimpleFormatter();

    /** Kept here, for loggers that nobody holds are forgotten with their filters. */
    private final Logger container = Logger.getLogger("jakarta.enterprise.ejb.container");

    private Filter before;

    @PostConstruct
    void install() {
        before = container.getFilter();
        container.setFilter(this);
    }

    @PreDestroy
    void uninstall() {
        container.setFilter(before);
    }

    @Override
    public boolean isLoggable(LogRecord record) {
        if (record.getThrown() instanceof AccessLocalException refusal) {
            record.setLevel(Level.INFO);
            record.setMessage("event=call-refused reason=role call=" + callOf(refusal));
            record.setThrown(null);
        } else if (record.getThrown() == null && WORDS.formatMessage(record).startsWith(ANNOUNCEMENT)) {
            return false;
        }
        return before == null || before.isLoggable(record);
    }

    private static String callOf(AccessLocalException refusal) {
        return Arrays.stream(refusal.getStackTrace())
                .map(frame -> {
                    Matcher ours = OF_OURS.matcher(frame.getClassName());
                    return ours.matches()
                            ? ours.group(1).replaceFirst("^_*EJB31_Generated__", "") + "." + frame.getMethodName()
                            : "";
                })
                .filter(call -> !call.isEmpty())
                .findFirst()
                .orElse("unknown");
    }
}
