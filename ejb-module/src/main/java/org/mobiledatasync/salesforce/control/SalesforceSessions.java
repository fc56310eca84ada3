package org.mobiledatasync.salesforce.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keeps one session per integration: Salesforce blocks users who sign in too often. */
@ApplicationScoped
public class SalesforceSessions {
    private final Map<SalesforceAccount, SalesforceSession> sessions = new ConcurrentHashMap<>();
    private final Map<Long, Object> signingIn = new ConcurrentHashMap<>();
    private SignInMethods signIn;

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
        synchronized (signingIn.computeIfAbsent(account.integrationId(), id -> new Object())) {
            SalesforceSession known = sessions.get(account);
            return known == null || known.equals(ended) ? renewed(account, counter) : known;
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
