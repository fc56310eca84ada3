package org.mobiledatasync.platform.control;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.AccessLocalException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RefusedCallsTest {
    private final RefusedCalls filter = new RefusedCalls();

    private static LogRecord record(String message, Throwable thrown) {
        LogRecord record = new LogRecord(Level.WARNING, message);
        record.setThrown(thrown);
        return record;
    }

    @Test
    @DisplayName("a refused role is one line that names the call, without a stack trace")
    void refusal() {
        AccessLocalException thrown = new AccessLocalException("Client not authorized for this invocation");
        thrown.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("com.sun.ejb.containers.BaseContainer", "preInvoke", "BaseContainer.java", 2013),
            new StackTraceElement(
                    "org.mobiledatasync.integration.boundary.__EJB31_Generated__IntegrationService__Intf____Bean__",
                    "activate",
                    null,
                    -1)
        });
        LogRecord record = record("", thrown);

        assertThat(filter.isLoggable(record)).isTrue();
        assertThat(record.getThrown()).isNull();
        assertThat(record.getMessage()).isEqualTo("event=call-refused reason=role call=IntegrationService.activate");
        assertThat(filter.isLoggable(
                        record("A system exception occurred during an invocation on EJB X, method: y", null)))
                .isFalse();
    }

    @Test
    @DisplayName("every other exception stays whole")
    void others() {
        LogRecord record = record("", new IllegalStateException("broken"));

        assertThat(filter.isLoggable(record)).isTrue();
        assertThat(record.getThrown()).hasMessage("broken");
        assertThat(filter.isLoggable(record("Something else", null))).isTrue();
    }
}
