package org.mobiledatasync.messaging.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mobiledatasync.platform.control.PhoneMask;

/**
 * The default driver: sends nothing, and writes to the log that it would have. The text itself stays in the list of
 * messages.
 */
@ApplicationScoped
public class LogSmsGateway implements SmsGateway {

    private static final Logger LOG = Logger.getLogger(LogSmsGateway.class.getName());

    @Override
    public void send(String phone, String text) {
        LOG.log(
                Level.INFO,
                "event=text-not-sent reason=\"no gateway is set up\" phone={0} characters={1}",
                new Object[] {PhoneMask.mask(phone), text.length()});
    }
}
