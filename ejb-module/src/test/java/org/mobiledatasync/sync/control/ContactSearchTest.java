package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.profile.entity.ProfileField;
import org.mobiledatasync.salesforce.control.CallCounter;
import org.mobiledatasync.salesforce.control.SalesforceAccount;
import org.mobiledatasync.salesforce.control.SalesforceClient;

/** How many people a search asks for, whatever their e-mail addresses look like. */
class ContactSearchTest {
    private static final SyncPlan PLAN = Plans.with(
            new FieldMapping(1L, FieldMapping.PHONE, "MobilePhone", "Mobile"),
            new FieldMapping(1L, ProfileField.EMAIL.key(), "Email", "Email"));

    private final Asked salesforce = new Asked();
    private final Allowance quota = new Allowance();
    private final ContactSearch search = new ContactSearch(salesforce, quota);

    @Test
    @DisplayName("R1.4 fifty people with addresses as people have them go in one call")
    void usual() {
        List<PushItem> people = people(120, "first.last");

        assertThat(ContactSearch.first(PLAN, people)).isEqualTo(people.subList(0, 50));
        assertThat(ContactSearch.first(PLAN, people.subList(0, 7))).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "語", "'", "\\", "😀", "%", "a"})
    @DisplayName("R1.4 strange addresses never make a call longer than Salesforce takes, and everybody gets a turn")
    void strange(String character) {
        List<PushItem> people = people(50, character.repeat(60 / character.length()));
        List<PushItem> left = people;
        List<PushItem> asked = new ArrayList<>();
        while (!left.isEmpty()) {
            List<PushItem> first = ContactSearch.first(PLAN, left);
            asked.addAll(first);
            find(first);
            left = left.subList(first.size(), left.size());
        }

        assertThat(asked).isEqualTo(people);
        assertThat(salesforce.queries).allSatisfy(soql -> {
            assertThat(URLEncoder.encode(soql, StandardCharsets.UTF_8)).hasSizeLessThan(12_100);
            assertThat(soql).contains("Email IN (");
        });
    }

    @Test
    @DisplayName("R1.4 an address that no contact can have is not asked for: the person is found by number")
    void tooLong() {
        PushItem longest = person(1, "a".repeat(68) + "@example.org");
        PushItem longer = person(2, "b".repeat(69) + "@example.org");

        find(List.of(longest, longer));
        find(List.of(longer));

        assertThat(salesforce.queries.get(0)).contains(longest.email()).doesNotContain(longer.email());
        assertThat(salesforce.queries.get(1)).contains("MobilePhone LIKE").doesNotContain("Email IN");
    }

    private void find(List<PushItem> people) {
        search.find(
                new ConsentPush.Work(null, 1L, PLAN, new CallCounter()),
                people,
                quota.reserve(1L, ContactLookup.requests(people.size()), true));
    }

    private static List<PushItem> people(int count, String name) {
        return IntStream.range(0, count)
                .mapToObj(id -> person(id, name + id + "@example.org"))
                .toList();
    }

    private static PushItem person(long id, String email) {
        return new PushItem(id, 1, 0, false, id, People.PHONE, Map.of(ProfileField.EMAIL.key(), email), null, false);
    }

    private static final class Asked extends SalesforceClient {
        private final List<String> queries = new ArrayList<>();

        @Override
        public List<JsonObject> query(SalesforceAccount account, String soql, CallCounter counter) {
            queries.add(soql);
            return List.of();
        }
    }
}
