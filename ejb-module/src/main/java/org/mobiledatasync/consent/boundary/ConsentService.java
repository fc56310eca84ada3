package org.mobiledatasync.consent.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.mobiledatasync.access.boundary.Roles;
import org.mobiledatasync.consent.control.ConsentLedger;
import org.mobiledatasync.consent.control.ConsentStates;
import org.mobiledatasync.consent.entity.ConsentCause;
import org.mobiledatasync.consent.entity.ConsentEvent;
import org.mobiledatasync.consent.entity.ConsentEventRepository;
import org.mobiledatasync.consent.entity.ConsentSource;
import org.mobiledatasync.consent.entity.OptInResult;
import org.mobiledatasync.platform.control.TransactionRetry;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.NotFoundException;

/**
 * Opt-ins and opt-outs of one person, by an administrator, an API call or the person (R4). Every change is an event, and
 * an outbound change in the same transaction (R4.8, R5.1). None is lost because a sync or an import works on the person
 * at that moment: it is done again.
 */
@Stateless
@RolesAllowed(Roles.OPERATOR)
public class ConsentService {
    private static final int EVIDENCE_LENGTH = 4000;

    private ConsentLedger ledger;
    private ConsentStates states;
    private ConsentEventRepository events;

    protected ConsentService() {}

    @Inject
    public ConsentService(ConsentLedger ledger, ConsentStates states, ConsentEventRepository events) {
        this.ledger = ledger;
        this.states = states;
        this.events = events;
    }

    /**
     * Subscribes a profile through a path.
     *
     * @return whether the person is in, was asked, or was in already; never BLOCKED
     * @throws ConflictException when the person said STOP and the cause is no fresh evidence (R4.1); the attempt is kept
     *     as a consent event
     * @throws ConflictException when the path takes nobody in
     * @throws InvalidInputException naming {@code source} or {@code evidence}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public OptInResult optIn(long profileId, long optInPathId, ConsentCause cause) {
        check(cause);
        return TransactionRetry.call(() -> ledger.optIn(profileId, optInPathId, cause));
    }

    /** Opts a profile out of every campaign and suppresses its number (R4.1). Repeating it changes nothing. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void optOut(long profileId, ConsentCause cause) {
        check(cause);
        TransactionRetry.run(() -> ledger.optOut(profileId, cause));
    }

    /**
     * Opts a profile out of one campaign; the CRM is told when it was the last one.
     *
     * @throws NotFoundException when the profile never was in that campaign
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void optOut(long profileId, long campaignId, ConsentCause cause) {
        check(cause);
        TransactionRetry.run(() -> ledger.optOut(profileId, campaignId, cause));
    }

    /** All that happened to the consent of the profile's number, newest first. */
    @RolesAllowed(Roles.VIEWER)
    public List<ConsentEvent> history(long profileId) {
        return events.findByPhone(states.load(profileId).profile().getPhone());
    }

    private static void check(ConsentCause cause) {
        if (cause.source() == ConsentSource.CRM) {
            throw new InvalidInputException("source", "Only a sync speaks for the CRM.");
        }
        if (cause.evidence() != null && cause.evidence().length() > EVIDENCE_LENGTH) {
            throw new InvalidInputException("evidence", "The evidence has up to 4000 characters.");
        }
    }
}
