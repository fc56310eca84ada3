package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mobiledatasync.salesforce.control.CallCounter;
import org.mobiledatasync.salesforce.control.ContactWrite;
import org.mobiledatasync.salesforce.control.FaultCode;
import org.mobiledatasync.salesforce.control.ParallelCalls;
import org.mobiledatasync.salesforce.control.SalesforceAccount;
import org.mobiledatasync.salesforce.control.SalesforceClient;
import org.mobiledatasync.salesforce.control.SalesforceFault;
import org.mobiledatasync.salesforce.control.WriteResult;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.sync.control.OptInUpdates.Target;

/** Opt-outs of 1,000 people, which go 200 a call, while some of the calls fail. */
class OptInUpdatesTest {
    private static final int PEOPLE = 1000;

    private final Allowance quota = new Allowance();
    private final Salesforce salesforce = new Salesforce();
    private final Recorded recorded = new Recorded();
    private final Calls calls = new Calls();
    private final OptInUpdates updates = new OptInUpdates(
            new PushRecorder(recorded, quota), new Going(), salesforce, new NobodyGone(), calls, quota);

    @Test
    @DisplayName("R5.2 up to 200 a call, four calls at a time, each recorded once")
    void allGoThrough() {
        assertThat(set()).isTrue();

        assertThat(salesforce.sizes).containsExactly(200, 200, 200, 200, 200);
        assertThat(calls.mostAtATime).isEqualTo(4);
        assertThat(recorded.changeIds).hasSize(PEOPLE).doesNotHaveDuplicates();
        assertThat(quota.left).isZero();
    }

    @Test
    @DisplayName(
            "R5.1 R6.3 one call fails: what Salesforce took is recorded, the others wait, what never left is given back")
    void oneCallFails() {
        salesforce.faults.add(() -> null);
        salesforce.faults.add(() -> SalesforceFault.neverLeft(FaultCode.HOST_UNKNOWN, "no such host", null));

        SalesforceFault fault = catchThrowableOfType(SalesforceFault.class, this::set);

        assertThat(fault.code()).isEqualTo(FaultCode.HOST_UNKNOWN);
        assertThat(recorded.changeIds)
                .as("all calls that were under way but the failed one")
                .hasSize(PEOPLE - 200)
                .doesNotContain(200L, 399L);
        assertThat(quota.left).isEqualTo(200);
    }

    @Test
    @DisplayName("R6.3 a lost answer is no reason to give requests back")
    void answerLost() {
        salesforce.faults.add(() -> SalesforceFault.answerLost("reset", null));

        catchThrowableOfType(SalesforceFault.class, this::set);

        assertThat(quota.left).isEqualTo(PEOPLE - calls.begun * 200L);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultCode.class,
            names = {"SERVER_UNAVAILABLE", "REQUEST_LIMIT_EXCEEDED"})
    @DisplayName("R6.3 an outage of Salesforce leaves the quota as it was, however often a run tries")
    void outage(FaultCode code) {
        for (int run = 0; run < 12; run++) {
            Stream.generate(() -> SalesforceFault.of(code, "not now"))
                    .limit(4)
                    .forEach(fault -> salesforce.faults.add(() -> fault));
            assertThat(catchThrowableOfType(SalesforceFault.class, this::set).code())
                    .isEqualTo(code);
        }

        assertThat(recorded.changeIds).isEmpty();
        assertThat(quota.left).isEqualTo(1000);
    }

    @Test
    @DisplayName("R6.4 the quota reaches for some: those are brought, the others wait")
    void quotaReached() {
        quota.left = 250;

        assertThat(set()).isFalse();
        assertThat(salesforce.sizes).containsExactly(200, 50);
        assertThat(recorded.changeIds).hasSize(250);
    }

    private boolean set() {
        List<Target> targets = LongStream.range(0, PEOPLE)
                .mapToObj(id -> new Target(
                        new PushItem(id, 1, 0, false, id, People.PHONE, Map.of(), "contact " + id, false),
                        "contact " + id))
                .toList();
        return updates.set(new ConsentPush.Work(null, 1L, Plans.with(), new CallCounter()), targets);
    }

    /** Takes everything, but for the calls that a fault is ordered for. */
    private static final class Salesforce extends SalesforceClient {
        private final List<Integer> sizes = new ArrayList<>();
        private final Deque<Supplier<SalesforceFault>> faults = new ArrayDeque<>();

        @Override
        public List<WriteResult> update(SalesforceAccount account, List<ContactWrite> contacts, CallCounter counter) {
            sizes.add(contacts.size());
            SalesforceFault fault = faults.isEmpty() ? null : faults.remove().get();
            if (fault != null) {
                throw fault;
            }
            return contacts.stream()
                    .map(contact -> new WriteResult(contact.contactId(), false, null, null))
                    .toList();
        }
    }

    /** Answers a call when it is awaited, and counts how many are not answered yet. */
    private static final class Calls extends ParallelCalls {
        private int begun;
        private int answered;
        private int mostAtATime;

        @Override
        public int most() {
            return 4;
        }

        @Override
        public <T> Pending<T> begin(Callable<T> call) {
            begun++;
            mostAtATime = Math.max(mostAtATime, begun - answered);
            FutureTask<T> task = new FutureTask<>(call);
            return new Pending<>(new FutureTask<>(() -> null) {
                @Override
                public T get() throws ExecutionException, InterruptedException {
                    answered++;
                    task.run();
                    return task.get();
                }
            });
        }
    }

    private static final class Recorded extends PushLedger {
        private final List<Long> changeIds = new ArrayList<>();

        @Override
        public void record(Lease lease, long runId, List<PushResult> results, long calls, long requests) {
            results.forEach(result -> changeIds.add(result.item().changeId()));
        }
    }

    private static final class Going extends RunLedger {
        @Override
        public boolean mayGoOn(long runId) {
            return true;
        }
    }

    private static final class NobodyGone extends GoneContacts {
        @Override
        boolean settle(
                Lease lease,
                long runId,
                SyncPlan plan,
                CallCounter counter,
                List<GoneContact> gone,
                boolean forOptOuts) {
            return true;
        }
    }
}
