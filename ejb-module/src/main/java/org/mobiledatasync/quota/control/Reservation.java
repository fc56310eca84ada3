package org.mobiledatasync.quota.control;

import java.time.LocalDate;

/**
 * Requests taken from the quota before a call.
 *
 * @param day whose quota they come from: what is given back goes there, also after midnight
 * @param requests how many were granted; fewer than asked for near the limit, 0 at the limit
 */
public record Reservation(Long integrationId, LocalDate day, long requests, boolean forOptOuts) {

    public boolean isEmpty() {
        return requests == 0;
    }
}
