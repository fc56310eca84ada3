package org.mobiledatasync.salesforce.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Four calls at a time, whose session has ended or is not there, and a sign-in that is refused. */
@Timeout(60)
class SalesforceSessionsTest {
    private static final int CALLS = 4;
    private static final SalesforceAccount ACCOUNT = account("former password");

    private final Refusing signIn = new Refusing();
    private final SalesforceSessions sessions = new SalesforceSessions(signIn);
    private final List<Thread> threads = new ArrayList<>();

    @Test
    @DisplayName("calls that find their session ended sign in once between them: a refusal holds for all")
    void endedSession() {
        signIn.fault = null;
        sessions.current(ACCOUNT, new CallCounter());
        refuse(FaultCode.INVALID_LOGIN);
        CyclicBarrier allAsked = new CyclicBarrier(CALLS);

        List<SalesforceFault> faults = inParallel(session -> {
            await(allAsked);
            throw SalesforceFault.of(FaultCode.INVALID_SESSION_ID, null);
        });

        assertThat(signIn.attempts).isEqualTo(1);
        assertThat(faults).extracting(SalesforceFault::code).containsOnly(FaultCode.INVALID_LOGIN);
        assertThat(faults).as("each may be noted with the others").doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("calls that wait for the first session sign in once between them: a refusal holds for all")
    void noSession() {
        refuse(FaultCode.INVALID_LOGIN);
        signIn.whileSigningIn = this::allOthersWait;

        List<SalesforceFault> faults = inParallel(session -> "never asked");

        assertThat(signIn.attempts).isEqualTo(1);
        assertThat(faults).hasSize(CALLS);
    }

    @Test
    @DisplayName("a call that begins later, or has other credentials, is not refused unseen")
    void later() {
        refuse(FaultCode.INVALID_LOGIN);
        inTurn(ACCOUNT);
        inTurn(ACCOUNT);
        inTurn(account("new password"));

        assertThat(signIn.attempts).isEqualTo(3);
        signIn.fault = null;
        assertThat(sessions.with(ACCOUNT, new CallCounter(), SalesforceSession::id))
                .isEqualTo("session 4");
    }

    @Test
    @DisplayName("a sign-in that failed on the way is tried by every call: it locks nobody out")
    void onTheWay() {
        refuse(FaultCode.GATEWAY);
        signIn.whileSigningIn = this::allOthersWait;

        inParallel(session -> "never asked");

        assertThat(signIn.attempts).isEqualTo(CALLS);
    }

    private void refuse(FaultCode code) {
        signIn.fault = SalesforceFault.of(code, "refused");
        signIn.attempts = 0;
    }

    private SalesforceFault inTurn(SalesforceAccount account) {
        return fault(() -> sessions.with(account, new CallCounter(), session -> "never asked"));
    }

    private List<SalesforceFault> inParallel(Function<SalesforceSession, String> call) {
        List<FutureTask<SalesforceFault>> tasks = Stream.generate(
                        () -> new FutureTask<>(() -> fault(() -> sessions.with(ACCOUNT, new CallCounter(), call))))
                .limit(CALLS)
                .toList();
        tasks.forEach(task -> threads.add(new Thread(task)));
        threads.forEach(Thread::start);
        return tasks.stream().map(SalesforceSessionsTest::resultOf).toList();
    }

    /** Each other call waits for this one, or is done. */
    private void allOthersWait() {
        while (!threads.stream().allMatch(SalesforceSessionsTest::waitsForThis)) {
            Thread.onSpinWait();
        }
    }

    private static boolean waitsForThis(Thread thread) {
        if (thread == Thread.currentThread() || thread.getState() == Thread.State.TERMINATED) {
            return true;
        }
        ThreadInfo known = ManagementFactory.getThreadMXBean().getThreadInfo(thread.getId());
        return known != null && known.getLockOwnerId() == Thread.currentThread().getId();
    }

    private static SalesforceFault fault(Callable<String> call) {
        try {
            throw new AssertionError("went through: " + call.call());
        } catch (SalesforceFault fault) {
            return fault;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static SalesforceFault resultOf(FutureTask<SalesforceFault> task) {
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SalesforceAccount account(String password) {
        return new SalesforceAccount(
                1L,
                URI.create("https://acme.my.salesforce.com"),
                new SalesforceCredentials.Password("sync@example.org", password, "TOKEN"));
    }

    /** Signs in unless there is a fault; called by one thread at a time. */
    private static final class Refusing extends SignInMethods {
        private SalesforceFault fault;
        private int attempts;
        private Runnable whileSigningIn = () -> {};

        @Override
        public SalesforceSession signIn(SalesforceAccount account, CallCounter counter) {
            attempts++;
            whileSigningIn.run();
            if (fault != null) {
                throw fault;
            }
            return new SalesforceSession(account.host(), "session " + attempts);
        }
    }
}
