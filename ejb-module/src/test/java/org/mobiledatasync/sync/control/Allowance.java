package org.mobiledatasync.sync.control;

import java.time.LocalDate;
import org.mobiledatasync.quota.control.Quota;
import org.mobiledatasync.quota.control.Reservation;
import org.mobiledatasync.salesforce.control.CallCounter;

/** A quota of so many requests, in memory. */
final class Allowance extends Quota {
    long left = 1000;

    @Override
    public Reservation reserve(long integrationId, long wanted, boolean forOptOuts) {
        long granted = Math.min(left, wanted);
        left -= granted;
        return new Reservation(integrationId, LocalDate.EPOCH, granted, forOptOuts);
    }

    @Override
    public void giveBack(Reservation reservation, long unused) {
        left += unused;
    }

    @Override
    public void note(long integrationId, CallCounter counter) {
        counter.takeOthers();
    }
}
