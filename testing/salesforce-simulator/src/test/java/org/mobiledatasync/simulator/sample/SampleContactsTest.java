package org.mobiledatasync.simulator.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.simulator.organisation.Contact;
import org.mobiledatasync.simulator.organisation.Organisation;

@DisplayName("Sample contacts")
class SampleContactsTest {

    private static final int COUNT = 5000;

    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();

    @Test
    @DisplayName("have a mobile each but for the odd ones, and share one in 20 pairs of 5,000")
    void phones() {
        Map<String, Integer> numbers = new HashMap<>();
        int none = 0;
        int unusable = 0;
        for (String typed : values(contacts(42), "MobilePhone")) {
            Optional<String> mobile = mobile(typed);
            none += typed.isEmpty() ? 1 : 0;
            unusable += !typed.isEmpty() && mobile.isEmpty() ? 1 : 0;
            mobile.ifPresent(number -> numbers.merge(number, 1, Integer::sum));
        }

        assertThat(none).isBetween(COUNT * 2 / 100, COUNT * 4 / 100);
        assertThat(unusable).isBetween(COUNT / 100, COUNT * 3 / 100);
        assertThat(numbers.values()).allMatch(times -> times <= 2);
        assertThat(numbers.values().stream().filter(times -> times == 2)).hasSize(COUNT / 250);
    }

    @Test
    @DisplayName("draw from numbers that are valid mobiles, each once, far beyond those kept for fiction")
    void numbersAreValid() {
        SamplePhones source = new SamplePhones(new Random(1));
        List<String> digits = IntStream.iterate(0, index -> index < 1_000_000, index -> index + 37)
                .mapToObj(source::digits)
                .toList();

        assertThat(digits).doesNotHaveDuplicates();
        assertThat(digits).allMatch(number -> mobile(number).isPresent());
    }

    @Test
    @DisplayName("have what real exports have: accents, quotes, line breaks, missing emails, 43 % opted in")
    void oddities() {
        List<Contact> contacts = contacts(42);

        assertThat(values(contacts, "LastName"))
                .contains("Dvořák", "O'Brien", "Null")
                .doesNotContain("");
        assertThat(values(contacts, "MailingStreet"))
                .anyMatch(street -> street.contains("\r\n"))
                .anyMatch(street -> street.contains("\"Old\""));
        assertThat(values(contacts, "Email").stream().filter(String::isEmpty).count())
                .isBetween(COUNT * 3L / 100, COUNT * 5L / 100);
        assertThat(values(contacts, "Mobile_Subscriber__c").stream()
                        .filter("true"::equals)
                        .count())
                .isBetween(COUNT * 41L / 100, COUNT * 45L / 100);
    }

    @Test
    @DisplayName("are the same for the same seed, and others for another")
    void deterministic() {
        assertThat(rows(contacts(42))).isEqualTo(rows(contacts(42))).isNotEqualTo(rows(contacts(43)));
    }

    private static List<Contact> contacts(long seed) {
        Organisation organisation =
                new Organisation(Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC));
        new SampleContacts(organisation, seed).add(COUNT);
        return organisation.snapshot();
    }

    private static List<String> values(List<Contact> contacts, String name) {
        var field = new Organisation(Clock.systemUTC()).schema().find(name).orElseThrow();
        return contacts.stream()
                .map(contact ->
                        contact.value(field) == null ? "" : contact.value(field).toString())
                .toList();
    }

    private static List<String> rows(List<Contact> contacts) {
        var fields = new Organisation(Clock.systemUTC()).schema().fields();
        return contacts.stream()
                .map(contact -> fields.stream()
                        .map(field -> String.valueOf(contact.value(field)))
                        .collect(Collectors.joining("|")))
                .toList();
    }

    private Optional<String> mobile(String typed) {
        try {
            PhoneNumber number = phones.parse(typed, "US");
            PhoneNumberType type = phones.getNumberType(number);
            boolean mobile = phones.isValidNumber(number)
                    && !number.hasExtension()
                    && (type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE);
            return mobile ? Optional.of(phones.format(number, PhoneNumberFormat.E164)) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
