package org.mobiledatasync.platform.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mobiledatasync.platform.control.RequestRate;
import org.mobiledatasync.platform.control.Settings;

/**
 * How often one address may send each of the forms that need no sign-in, or a wrong password to the API. Each server counts
 * for itself.
 */
@ApplicationScoped
public class PublicForms {

    /** What everybody can send. Leaving has a count of its own, so that joins never use it up. */
    public enum Form {
        SIGN_IN,
        JOIN,
        LEAVE,
        /** A login and password with a request to the API: only wrong ones are counted. */
        API
    }

    private final Map<Form, RequestRate> rates = new EnumMap<>(Form.class);
    private List<String> proxies;

    protected PublicForms() {}

    @Inject
    public PublicForms(Clock clock) {
        proxies = Settings.TRUSTED_PROXIES.list();
        rates.put(Form.SIGN_IN, new RequestRate(Settings.SIGN_INS_PER_MINUTE.number(), clock));
        rates.put(Form.API, new RequestRate(Settings.SIGN_INS_PER_MINUTE.number(), clock));
        rates.put(Form.JOIN, new RequestRate(Settings.SIGN_UPS_PER_MINUTE.number(), clock));
        rates.put(Form.LEAVE, new RequestRate(Settings.SIGN_UPS_PER_MINUTE.number(), clock));
    }

    /**
     * Counts a form that was sent.
     *
     * @param peer the address at the other end of the connection
     * @param forwardedFor what a proxy says of whom it speaks for; null without one
     * @return how long this client has to wait; empty when the form may be taken
     */
    public Optional<Duration> count(Form form, String peer, String forwardedFor) {
        return rates.get(form).count(client(peer, forwardedFor));
    }

    /** As {@link #count}, of what is counted only when it turns out wrong. */
    public Optional<Duration> remaining(Form form, String peer, String forwardedFor) {
        return rates.get(form).remaining(client(peer, forwardedFor));
    }

    /** Only a trusted proxy is believed, and only what it added itself: the last address that is no trusted proxy's. */
    String client(String peer, String forwardedFor) {
        if (!proxies.contains(peer) || forwardedFor == null) {
            return peer;
        }
        String client = peer;
        String[] addresses = forwardedFor.split(",");
        for (int i = addresses.length - 1; i >= 0 && proxies.contains(client); i--) {
            client = addresses[i].strip();
        }
        return client;
    }
}
