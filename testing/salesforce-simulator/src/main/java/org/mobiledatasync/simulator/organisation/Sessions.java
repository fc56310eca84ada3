package org.mobiledatasync.simulator.organisation;

import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions that logins opened; they live until they are told to expire. */
public final class Sessions {

    private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._";
    private static final int LENGTH = 90;

    private final Set<String> live = ConcurrentHashMap.newKeySet();
    private final SecureRandom random = new SecureRandom();

    /** Opens a session; its id is shaped as Salesforce's. */
    public String open() {
        StringBuilder id = new StringBuilder(SalesforceId.shortened(Organisation.ID)).append("!AQ");
        random.ints(LENGTH, 0, CHARACTERS.length()).mapToObj(CHARACTERS::charAt).forEach(id::append);
        live.add(id.toString());
        return id.toString();
    }

    public boolean isLive(String id) {
        return live.contains(id);
    }

    public void expireAll() {
        live.clear();
    }
}
