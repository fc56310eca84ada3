package org.mobiledatasync.messaging.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mobiledatasync.messaging.control.OutboxLedger.Next;
import org.mobiledatasync.messaging.entity.OutgoingMessage;
import org.mobiledatasync.platform.control.PhoneMask;
import org.mobiledatasync.platform.control.Settings;

/** Sends what is due. Works outside a transaction: claims, calls the gateway, records (R7.2). */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutboxDrain {

    private static final Logger LOG = Logger.getLogger(OutboxDrain.class.getName());

    private static final int MOST = 1000;

    private OutboxLedger ledger;
    private SmsGateway gateway;

    protected OutboxDrain() {}

    @Inject
    public OutboxDrain(OutboxLedger ledger, SmsGateway gateway) {
        this.ledger = ledger;
        this.gateway = gateway;
    }

    /**
     * Sends until nothing is due, the gateway fails, or 1000 texts were looked at.
     *
     * @return how many texts were dealt with before that
     */
    public int drain() {
        int lost = ledger.giveUpLost(Settings.LEASE_MINUTES.minutes());
        if (lost > 0) {
            LOG.log(Level.WARNING, "event=texts-lost count={0}", lost);
        }
        int dealtWith = 0;
        for (int i = 0; i < MOST; i++) {
            Optional<Next> next = ledger.next();
            boolean claimed = next.filter(Next::claimed).isPresent();
            if (next.isEmpty() || (claimed && !send(next.get().text()))) {
                break;
            }
            dealtWith += claimed ? 1 : 0;
        }
        return dealtWith;
    }

    /** @return false when the gateway is down for now */
    private boolean send(OutgoingMessage text) {
        try {
            gateway.send(text.getPhone(), text.getText());
            ledger.sent(text.getId());
        } catch (SmsGatewayException e) {
            LOG.log(
                    Level.WARNING,
                    "event=text-refused message={0} phone={1} retryable={2} reason=\"{3}\"",
                    new Object[] {text.getId(), PhoneMask.mask(text.getPhone()), e.isRetryable(), e.getMessage()});
            if (e.isRetryable()) {
                ledger.putOff(text.getId(), e.getMessage());
                return false;
            }
            ledger.failed(text.getId(), e.getMessage());
        } catch (RuntimeException e) {
            // A fault of the driver leaves open whether the text went out; the others must go on.
            LOG.log(Level.SEVERE, e, () -> "event=text-unknown message=" + text.getId());
            ledger.unknown(text.getId(), "The gateway's driver failed: " + e);
        }
        return true;
    }
}
