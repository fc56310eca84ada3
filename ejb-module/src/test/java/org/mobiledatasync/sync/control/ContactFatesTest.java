package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.salesforce.control.CallCounter;
import org.mobiledatasync.salesforce.control.SalesforceAccount;
import org.mobiledatasync.salesforce.control.SalesforceClient;
import org.mobiledatasync.salesforce.control.SalesforceFault;
import org.mobiledatasync.sync.control.ContactFate.Kind;
import org.mobiledatasync.sync.control.ContactFates.Told;

class ContactFatesTest {
    private static final String FIRST = "003RO0000035WQgYAM";
    private static final String SECOND = "003R000000DDMlTIAX";

    private final Bin bin = new Bin();
    private final Allowance quota = new Allowance();
    private final ContactFates fates = new ContactFates(bin, quota);

    /** Salesforce, with what it keeps of each contact. */
    private static final class Bin extends SalesforceClient {
        private final Map<String, JsonObject> rows = new LinkedHashMap<>();
        private final List<String> asked = new ArrayList<>();

        void add(String id, boolean deleted, String master) {
            rows.put(
                    id,
                    Json.createObjectBuilder()
                            .add("Id", id)
                            .add("IsDeleted", deleted)
                            .add("MasterRecordId", master == null ? JsonValue.NULL : Json.createValue(master))
                            .add("SystemModstamp", "2026-11-20T10:00:00.000+0000")
                            .add("MobilePhone", "(212) 555-0123")
                            .add("Mobile_Subscriber__c", false)
                            .build());
        }

        @Override
        public List<JsonObject> queryAll(SalesforceAccount account, String soql, CallCounter counter) {
            asked.add(soql);
            return rows.entrySet().stream()
                    .filter(row -> soql.contains(row.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }

    private Told ask(String... contactIds) {
        SyncPlan plan = Plans.with(new FieldMapping(1L, FieldMapping.PHONE, "MobilePhone", "Mobile"));
        return fates.ask(plan, List.of(contactIds), false, new CallCounter());
    }

    @Test
    @DisplayName("tells what a merge left, how it is known, and what the merged contact last said")
    void merged() {
        bin.add(FIRST, true, SECOND);
        bin.add(SECOND, false, null);

        Told told = ask(FIRST);

        ContactFate fate = told.fates().get(FIRST);
        assertThat(fate.kind()).isEqualTo(Kind.MERGED);
        assertThat(fate.survivor()).isEqualTo(new ContactFate.Survivor(SECOND, "(212) 555-0123", "+12125550123"));
        assertThat(fate.lastOptIn()).isFalse();
        assertThat(fate.goneSince()).isEqualTo(OffsetDateTime.parse("2026-11-20T10:00Z"));
        assertThat(bin.asked).hasSize(2);
    }

    @Test
    @DisplayName("R6.1 counts each contact that it read, and gives back what it did not")
    void counts() {
        bin.add(FIRST, true, null);

        Told told = ask(FIRST, SECOND);

        assertThat(told.requests()).isEqualTo(1);
        assertThat(quota.left).isEqualTo(999);
        assertThat(told.fates().get(FIRST).kind()).isEqualTo(Kind.DELETED);
        assertThat(told.fates().get(SECOND).kind()).isEqualTo(Kind.VANISHED);
    }

    @Test
    @DisplayName("R6.1 gives back what it reserved for a call that failed")
    void failed() {
        ContactFates unanswered = new ContactFates(
                new SalesforceClient() {
                    @Override
                    public List<JsonObject> queryAll(SalesforceAccount account, String soql, CallCounter counter) {
                        throw SalesforceFault.answerLost("reset", null);
                    }
                },
                quota);

        assertThatThrownBy(() -> unanswered.ask(Plans.with(), List.of(FIRST, SECOND), false, new CallCounter()))
                .isInstanceOf(SalesforceFault.class);
        assertThat(quota.left).isEqualTo(1000);
    }

    @Test
    @DisplayName("R6.4 leaves out what the quota did not reach for, also half-way along a chain")
    void quotaReached() {
        bin.add(FIRST, true, SECOND);
        bin.add(SECOND, false, null);
        quota.left = 1;

        assertThat(ask(FIRST).fates()).isEmpty();
        assertThat(ask(FIRST).fates()).isEmpty();
        assertThat(bin.asked).hasSize(1);
    }

    @Test
    @DisplayName("follows a circle of merges once round, and no chain for ever")
    void bounded() {
        bin.add(FIRST, true, SECOND);
        bin.add(SECOND, true, FIRST);

        assertThat(ask(FIRST).fates().get(FIRST).kind()).isEqualTo(Kind.DELETED);
        assertThat(bin.asked).hasSize(2);
    }

    @Test
    @DisplayName("gives a chain up that is longer than ten merges")
    void tooLong() {
        List<String> ids = new ArrayList<>();
        for (char c = 'a'; c <= 'p'; c++) {
            ids.add("00300000000000" + c + "AAA");
        }
        for (int i = 0; i < ids.size(); i++) {
            bin.add(ids.get(i), i < ids.size() - 1, i < ids.size() - 1 ? ids.get(i + 1) : null);
        }

        assertThat(ask(ids.get(0)).fates().get(ids.get(0)).kind()).isEqualTo(Kind.DELETED);
        assertThat(bin.asked).hasSize(ContactFates.MOST_STEPS + 1);
        assertThat(Optional.ofNullable(ask(ids.get(10)).fates().get(ids.get(10)))
                        .map(ContactFate::kind))
                .contains(Kind.MERGED);
    }
}
