package org.mobiledatasync.salesforce.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Keeps one session per integration: Salesforce blocks users who sign in too often. A refused sign-in is not repeated by
 * the calls that were under way meanwhile, since every failed one brings the user nearer to being locked out.
 */
@ApplicationScoped
public class SalesforceSessions {
    private final Map<SalesforceAccount, SalesforceSession> sessions = new ConcurrentHashMap<>();
    private final Map<Long, Door> doors = new ConcurrentHashMap<>();
    private SignInMethods signIn;

    /** Where the calls of an integration sign in, one at a time. */
    private static final class Door {
        private volatile Refusal last;
    }

    /** A sign-in in place of an ended session, which only a person can mend. */
    private record Refusal(SalesforceAccount account, SalesforceSession ended, SalesforceFault fault) {

        boolean concerns(SalesforceAccount other, SalesforceSession alsoEnded, boolean waitedForIt) {
            return account.equals(other) && (waitedForIt || ended != null && ended.equals(alsoEnded));
        }
    }

    protected SalesforceSessions() {}

    @Inject
    public SalesforceSessions(SignInMethods signIn) {
        this.signIn = signIn;
    }

    /** A session that was good when last used, or a new one. */
    public SalesforceSession current(SalesforceAccount account, CallCounter counter) {
        SalesforceSession session = sessions.get(account);
        return session == null ? other(null, account, counter) : session;
    }

    /** A session other than the one that has ended: what several calls find ended at once is renewed once. */
    private SalesforceSession other(SalesforceSession ended, SalesforceAccount account, CallCounter counter) {
        Door door = doors.computeIfAbsent(account.integrationId(), id -> new Door());
        Refusal before = door.last;
        synchronized (door) {
            SalesforceSession known = sessions.get(account);
            if (known != null && !known.equals(ended)) {
                return known;
            }
            Refusal last = door.last;
            if (last != null && last.concerns(account, ended, last != before)) {
                throw last.fault.beforeTheCall();
            }
            return enter(door, ended, account, counter);
        }
    }

    private SalesforceSession enter(
            Door door, SalesforceSession ended, SalesforceAccount account, CallCounter counter) {
        try {
            return renewed(account, counter);
        } catch (SalesforceFault fault) {
            if (fault.remedy() == FaultCode.Remedy.SIGN_IN) {
                door.last = new Refusal(account, ended, fault);
            }
            throw fault;
        }
    }

    /** Signs in now, whatever there was. */
    public SalesforceSession renewed(SalesforceAccount account, CallCounter counter) {
        // Sessions of the same integration with former credentials go with it.
        sessions.keySet().removeIf(known -> known.integrationId().equals(account.integrationId()));
        SalesforceSession session = signIn.signIn(account, counter);
        sessions.put(account, session);
        return session;
    }

    /**
     * Does a call; when Salesforce has ended the session, signs in anew once and does it once more.
     *
     * @throws SalesforceFault INVALID_SESSION_ID when the new session is not good either
     */
    public <T> T with(SalesforceAccount account, CallCounter counter, Function<SalesforceSession, T> call) {
        SalesforceSession session = signedIn(() -> current(account, counter));
        try {
            return call.apply(session);
        } catch (SalesforceFault fault) {
            if (fault.code() != FaultCode.INVALID_SESSION_ID) {
                throw fault;
            }
            return call.apply(signedIn(() -> other(session, account, counter)));
        }
    }

    /** Without a session the call is not made, whatever became of the sign-in. */
    private static SalesforceSession signedIn(Supplier<SalesforceSession> session) {
        try {
            return session.get();
        } catch (SalesforceFault fault) {
            throw fault.beforeTheCall();
        }
    }
}
