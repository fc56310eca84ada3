package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.salesforce.control.CallCounter;
import org.mobiledatasync.salesforce.control.ContactWrite;
import org.mobiledatasync.salesforce.control.FaultCode;
import org.mobiledatasync.salesforce.control.SalesforceAccount;
import org.mobiledatasync.salesforce.control.SalesforceClient;
import org.mobiledatasync.salesforce.control.SalesforceFault;
import org.mobiledatasync.salesforce.control.WriteResult;
import org.mobiledatasync.schedule.control.Lease;

/** Two contacts to make, while the call fails. */
class ContactCreateTest {
    private final Allowance quota = new Allowance();
    private final Ledger ledger = new Ledger();

    @ParameterizedTest
    @EnumSource(
            value = FaultCode.class,
            names = {"REQUEST_LIMIT_EXCEEDED", "INVALID_FIELD", "OTHER"})
    @DisplayName("R5.5 R6.3 a refused create made nobody: all are let go, and their requests given back")
    void refused(FaultCode code) {
        assertThatThrownBy(() -> make(SalesforceFault.of(code, "no"))).isInstanceOf(SalesforceFault.class);

        assertThat(ledger.letGo).isEqualTo(2);
        assertThat(ledger.results).isEmpty();
        assertThat(quota.left).isEqualTo(1000);
    }

    @Test
    @DisplayName("R5.5 R6.3 a busy Salesforce costs no request; that nobody was made is for a search to say")
    void busy() {
        make(SalesforceFault.of(FaultCode.SERVER_UNAVAILABLE, "busy"));

        assertThat(ledger.letGo).isZero();
        assertThat(ledger.results).extracting(PushResult::reason).containsOnly(Reason.ANSWER_LOST);
        assertThat(ledger.requests).isZero();
        assertThat(quota.left).isEqualTo(1000);
    }

    @Test
    @DisplayName(
            "R5.5 R6.3 a create whose answer was lost may have made them: nobody is let go, the requests are spent")
    void answerLost() {
        make(SalesforceFault.answerLost("reset", null));

        assertThat(ledger.letGo).isZero();
        assertThat(ledger.results).extracting(PushResult::reason).containsOnly(Reason.ANSWER_LOST);
        assertThat(ledger.requests).isEqualTo(2);
        assertThat(quota.left).isEqualTo(998);
    }

    private void make(SalesforceFault fault) {
        SalesforceClient failing = new SalesforceClient() {
            @Override
            public List<WriteResult> create(
                    SalesforceAccount account, List<ContactWrite> contacts, CallCounter counter) {
                throw fault;
            }
        };
        SyncPlan plan = Plans.with(
                new FieldMapping(1L, "profile_last_name", "LastName", "Last Name"),
                new FieldMapping(1L, "profile_email", "Email", "Email"));
        new ContactCreate(ledger, new PushRecorder(ledger, quota), failing, quota)
                .make(new ConsentPush.Work(null, 1L, plan, new CallCounter()), List.of(person(1), person(2)));
    }

    private static PushItem person(long id) {
        Map<String, String> values = Map.of("profile_last_name", "Lee", "profile_email", "lee" + id + "@example.org");
        return new PushItem(id, 1, 0, true, id, People.PHONE, values, null, false);
    }

    private static final class Ledger extends PushLedger {
        private final List<PushResult> results = new ArrayList<>();
        private int letGo;
        private long requests;

        @Override
        public void holdForCreate(Lease lease, List<PushItem> items) {
            // they are held back
        }

        @Override
        public void letGo(Lease lease, List<PushItem> items) {
            letGo += items.size();
        }

        @Override
        public Set<String> linkedAmong(long integrationId, Collection<String> contactIds) {
            return Set.of();
        }

        @Override
        public void record(Lease lease, long runId, List<PushResult> recorded, long calls, long spent) {
            results.addAll(recorded);
            requests += spent;
        }
    }
}
