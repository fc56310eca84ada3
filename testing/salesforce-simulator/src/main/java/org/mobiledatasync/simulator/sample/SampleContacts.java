package org.mobiledatasync.simulator.sample;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.mobiledatasync.simulator.organisation.ContactSchema;
import org.mobiledatasync.simulator.organisation.ContactWrites;
import org.mobiledatasync.simulator.organisation.Field;
import org.mobiledatasync.simulator.organisation.Organisation;

/**
 * Makes contacts as organisations have them: phones typed in many ways, absent, no mobile or no number at all, the
 * same phone on two contacts (four pairs in a thousand), accents, quotes and line breaks, 43 % opted in. The same
 * seed makes the same contacts, apart from their dates. All people are invented.
 */
public final class SampleContacts {

    private static final List<String> FIRST_NAMES = List.of(
            "Ada", "Anthony", "Aoife", "Ben", "Carla", "Chloé", "D'Andre", "Dolores", "Elif", "Emeka", "Grace", "Hồng",
            "Ines", "Jack", "José", "Kamala", "Keiko", "Lars", "Łukasz", "María", "Mei", "Noor", "Óscar", "Priya",
            "Quentin", "Renée", "Ruth", "Sean", "Søren", "Tamika", "Uma", "Viktor", "Wanda", "Yusuf", "Zoë");
    private static final List<String> LAST_NAMES = List.of(
            "Abara",
            "Bauer",
            "Carter",
            "Castañeda",
            "De la Cruz",
            "Dvořák",
            "Ellis",
            "Fernández",
            "Garcia",
            "Hughes",
            "Ibrahim",
            "Jensen",
            "Kowalski",
            "Lee",
            "Müller",
            "Nguyen",
            "Null",
            "O'Brien",
            "Okafor",
            "Patel",
            "Peña",
            "Quinn",
            "Rivera",
            "Robinson",
            "Smith-Jones",
            "St. John",
            "Tanaka",
            "True",
            "Underwood",
            "Van der Berg",
            "Washington",
            "Xu",
            "Young",
            "Zielińska");
    private static final List<String> STREETS =
            List.of("Main St", "Oak Ave", "Elm Blvd", "2nd St", "Rosa Parks Way", "Park Pl", "Harbor Rd");
    private static final List<City> CITIES = List.of(
            new City("Chicago", "IL", "60601"),
            new City("Seattle", "WA", "98101"),
            new City("St. Paul", "MN", "55101"),
            new City("Boston", "MA", "02108"),
            new City("Newark", "NJ", "07102"),
            new City("Houston", "TX", "77002"),
            new City("Coeur d'Alene", "ID", "83814"),
            new City("Denver", "CO", "80202"),
            new City("San Juan", "PR", "00901"),
            new City("Phoenix", "AZ", "85003"));
    private static final List<String> GROUPS = List.of("", "", "", "Members", "Volunteers", "Donors");
    private static final List<String> NO_NUMBERS = List.of("n/a", "call office", "555-0123", "12345", "none");
    private static final Pattern NOT_FOR_EMAIL = Pattern.compile("[^a-z.]|\\.(?=\\W)");
    private static final int DAYS_BACK = 1000;
    private static final int PAIR_EVERY = 250;
    private static final int ROWS_IN_ONE_GO = 10_000;

    private record City(String name, String state, String postalCode) {}

    private final Organisation organisation;
    private final ContactSchema schema;
    private final Random random;
    private final SamplePhones phones;
    private final Instant today;
    private int phonesUsed;
    private String lastPhone = "";

    public SampleContacts(Organisation organisation, long seed) {
        this.organisation = organisation;
        this.schema = organisation.schema();
        this.random = new Random(seed);
        this.phones = new SamplePhones(random);
        this.today = organisation.now().truncatedTo(ChronoUnit.DAYS);
    }

    /** Adds so many contacts. */
    public void add(int count) {
        for (int from = 0; from < count; from += ROWS_IN_ONE_GO) {
            int first = from;
            int behind = Math.min(count, from + ROWS_IN_ONE_GO);
            organisation.write(Duration.ZERO, writes -> load(writes, first, behind));
        }
    }

    private int load(ContactWrites writes, int first, int behind) {
        for (int number = first; number < behind; number++) {
            writes.load(contact(number));
        }
        return behind - first;
    }

    private Map<Field, Object> contact(int number) {
        Map<Field, Object> values = new HashMap<>();
        String firstName = random.nextInt(50) == 0 ? "" : oneOf(FIRST_NAMES);
        String lastName = oneOf(LAST_NAMES);
        set(values, "FirstName", firstName);
        set(values, "LastName", lastName);
        set(values, "Email", random.nextInt(25) == 0 ? "" : email(firstName, lastName, number));
        set(values, "MobilePhone", phone(number));
        values.put(schema.optIn(), random.nextInt(100) < 43);
        set(values, "MailingStreet", street());
        City city = oneOf(CITIES);
        set(values, "MailingCity", city.name());
        set(values, "MailingState", city.state());
        set(values, "MailingPostalCode", city.postalCode());
        set(values, "MailingCountry", "US");
        set(values, "Group__c", oneOf(GROUPS));
        set(values, "LeadSource", random.nextInt(3) == 0 ? "Web" : "");
        Instant created =
                today.minus(2 + random.nextInt(DAYS_BACK), ChronoUnit.DAYS).plusSeconds(random.nextInt(86_400));
        for (String date : List.of("CreatedDate", "LastModifiedDate", "SystemModstamp")) {
            values.put(field(date), created);
        }
        return values;
    }

    private String phone(int number) {
        if (number % PAIR_EVERY == PAIR_EVERY - 1 && !lastPhone.isEmpty()) {
            return SamplePhones.typed(lastPhone, random.nextInt());
        }
        int kind = random.nextInt(1000);
        if (kind < 30) {
            return "";
        }
        if (kind < 38) {
            return oneOf(NO_NUMBERS);
        }
        if (kind < 46) {
            // London numbers that are kept for drama: fixed lines, so never a mobile.
            return "+44 20 7946 0" + (100 + random.nextInt(900));
        }
        lastPhone = phones.digits(phonesUsed++);
        String typed = SamplePhones.typed(lastPhone, random.nextInt());
        return kind < 48 ? typed + " x" + (10 + random.nextInt(90)) : typed;
    }

    private String street() {
        String street = 1 + random.nextInt(9999) + " " + oneOf(STREETS);
        return switch (random.nextInt(20)) {
            case 0 -> street + "\r\nApt " + (1 + random.nextInt(99));
            case 1 -> street + "\nUnit " + (1 + random.nextInt(99));
            case 2 -> "The \"Old\" Mill, " + street;
            default -> street;
        };
    }

    private static String email(String firstName, String lastName, int number) {
        String name = firstName.isEmpty() ? lastName : firstName + "." + lastName;
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        return NOT_FOR_EMAIL.matcher(plain).replaceAll("") + "." + number + "@example.org";
    }

    private void set(Map<Field, Object> values, String name, String value) {
        values.put(field(name), value.isEmpty() ? null : value);
    }

    private Field field(String name) {
        return schema.find(name).orElseThrow();
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
