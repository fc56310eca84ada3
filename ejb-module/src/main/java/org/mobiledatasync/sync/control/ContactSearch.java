package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.profile.control.MobileNumbers;
import org.mobiledatasync.profile.entity.ProfileField;
import org.mobiledatasync.quota.control.Quota;
import org.mobiledatasync.quota.control.Reservation;
import org.mobiledatasync.salesforce.control.SalesforceClient;
import org.mobiledatasync.salesforce.control.SalesforceId;
import org.mobiledatasync.sync.control.ConsentPush.Work;

/**
 * Searches Salesforce for contacts by phone, e-mail and our external id.
 *
 * <p>Salesforce keeps numbers as people typed them: the search finds the digits in their order, whatever stands between,
 * and what it finds is then compared as numbers.
 */
@ApplicationScoped
public class ContactSearch {
    private static final int MOST_PEOPLE = 50;

    /** A query travels in the address of its call, which Salesforce limits to 16,384 bytes, headers and all. */
    private static final int MOST_BYTES = 12_000;

    /** What a contact's e-mail address may be long: no contact has a longer one. */
    private static final int LONGEST_EMAIL = 80;

    private SalesforceClient salesforce;
    private Quota quota;

    protected ContactSearch() {}

    @Inject
    public ContactSearch(SalesforceClient salesforce, Quota quota) {
        this.salesforce = salesforce;
        this.quota = quota;
    }

    /** The first of the people: as many as one search asks for, at least one. Their texts may be of any length. */
    static List<PushItem> first(SyncPlan plan, List<PushItem> people) {
        List<PushItem> first = people.subList(0, Math.min(people.size(), MOST_PEOPLE));
        while (first.size() > 1 && bytes(query(plan, first)) > MOST_BYTES) {
            first = first.subList(0, first.size() / 2);
        }
        return first;
    }

    private static int bytes(String soql) {
        return URLEncoder.encode(soql, StandardCharsets.UTF_8).length();
    }

    /** All contacts that look like one of the people, up to as many as were reserved. */
    List<JsonObject> find(Work work, List<PushItem> people, Reservation reservation) {
        String soql = query(work.plan(), people) + " LIMIT " + reservation.requests();
        return quota.read(reservation, () -> salesforce.query(work.plan().account(), soql, work.counter()));
    }

    private static String query(SyncPlan plan, List<PushItem> people) {
        String phone = plan.apiName(FieldMapping.PHONE);
        String email = plan.apiName(ProfileField.EMAIL.key());
        List<String> conditions = new ArrayList<>();
        for (PushItem person : people) {
            conditions.add(phone + " LIKE " + Soql.digitsAnywhere(MobileNumbers.nationalDigits(person.phone())));
        }
        String emails = people.stream()
                .filter(person -> email != null && person.email() != null)
                .filter(person -> person.email().length() <= LONGEST_EMAIL)
                .map(person -> Soql.quoted(person.email()))
                .collect(Collectors.joining(","));
        if (!emails.isEmpty()) {
            conditions.add(email + " IN (" + emails + ")");
        }
        ExternalId externalId = plan.externalId();
        if (externalId != null) {
            conditions.add(externalId.field() + " IN ("
                    + people.stream()
                            .map(person -> Soql.quoted(externalId.of(person.profileId())))
                            .collect(Collectors.joining(","))
                    + ")");
        }
        return "SELECT " + String.join(", ", columns(plan)) + " FROM Contact WHERE " + String.join(" OR ", conditions);
    }

    /** The contacts as {@link ContactMatch} looks at them for a person. */
    static List<ContactMatch.Candidate> candidates(SyncPlan plan, PushItem person, List<JsonObject> contacts) {
        ExternalId externalId = plan.externalId();
        String phone = plan.apiName(FieldMapping.PHONE);
        String email = plan.apiName(ProfileField.EMAIL.key());
        return contacts.stream()
                .map(contact -> new ContactMatch.Candidate(
                        id(contact),
                        text(contact, phone),
                        MobileNumbers.toE164(text(contact, phone), plan.region())
                                .orElse(null),
                        text(contact, email),
                        externalId != null
                                && externalId.of(person.profileId()).equals(text(contact, externalId.field()))))
                .toList();
    }

    private static Set<String> columns(SyncPlan plan) {
        Set<String> columns = new LinkedHashSet<>(List.of("Id"));
        Stream.of(
                        FieldMapping.PHONE,
                        ProfileField.EMAIL.key(),
                        ProfileField.FIRST_NAME.key(),
                        ProfileField.LAST_NAME.key())
                .map(plan::apiName)
                .filter(Objects::nonNull)
                .forEach(columns::add);
        if (plan.externalId() != null) {
            columns.add(plan.externalId().field());
        }
        return columns;
    }

    static String id(JsonObject contact) {
        return SalesforceId.ofContact(contact.getString("Id")).orElseThrow();
    }

    /** @param field an API name; null for none */
    static String text(JsonObject contact, String field) {
        return field == null ? "" : ContactRecords.text(contact, field);
    }
}
