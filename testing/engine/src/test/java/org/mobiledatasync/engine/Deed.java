package org.mobiledatasync.engine;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mobiledatasync.consent.boundary.ConsentService;
import org.mobiledatasync.consent.entity.ConsentCause;
import org.mobiledatasync.consent.entity.ConsentSource;
import org.mobiledatasync.engine.Sight.Contact;
import org.mobiledatasync.engine.Sight.Person;
import org.mobiledatasync.platform.entity.BusinessException;
import org.mobiledatasync.profile.boundary.ProfileInput;
import org.mobiledatasync.profile.boundary.ProfileService;
import org.mobiledatasync.profile.boundary.SignUpService;
import org.mobiledatasync.profile.entity.ProfileField;
import org.mobiledatasync.schedule.entity.JobKind;

/** What can happen in a history, and how often it does among all that can. */
enum Deed {
    CONTACT_ADDED(10, (world, sight, who, what) -> {
        String phone = phone(who);
        Map<String, Object> fields = new HashMap<>();
        fields.put("MobilePhone", phone.substring(2));
        fields.put("LastName", "Person" + who % Deed.PHONES);
        fields.put("FirstName", name(what));
        fields.put("Mobile_Subscriber__c", what % 3 != 0);
        if (what % 2 == 0) {
            fields.put("Email", email(who));
        }
        world.organisation().add(fields);
    }),
    CONTACT_RENAMED(5, (world, sight, who, what) -> edit(world, sight, who, "FirstName", name(what))),
    CONTACT_MOVED(4, (world, sight, who, what) -> edit(world, sight, who, "MailingCity", city(what))),
    CONTACT_TICKED(4, (world, sight, who, what) -> edit(world, sight, who, "Mobile_Subscriber__c", true)),
    CONTACT_UNTICKED(6, (world, sight, who, what) -> edit(world, sight, who, "Mobile_Subscriber__c", false)),
    CONTACT_GOT_NUMBER(
            3,
            (world, sight, who, what) ->
                    edit(world, sight, who, "MobilePhone", phone(what).substring(2))),
    CONTACT_GOT_EMAIL(2, (world, sight, who, what) -> edit(world, sight, who, "Email", email(what))),
    CONTACT_DELETED(3, (world, sight, who, what) -> contact(sight, who)
            .ifPresent(contact -> world.organisation().delete(contact.id()))),
    CONTACTS_MERGED(3, (world, sight, who, what) -> {
        Optional<Contact> survivor = contact(sight, who);
        Optional<Contact> loser = contact(sight, what);
        if (survivor.isPresent() && !survivor.equals(loser)) {
            world.organisation().merge(survivor.get().id(), loser.orElseThrow().id());
        }
    }),

    PERSON_JOINS(9, (world, sight, who, what) -> world.engine()
            .get(SignUpService.class)
            .join(
                    phone(who),
                    input(
                            what % 3 == 0
                                    ? Map.of()
                                    : Map.of(
                                            ProfileField.FIRST_NAME, name(what),
                                            ProfileField.LAST_NAME, "Person" + who % Deed.PHONES,
                                            ProfileField.EMAIL, email(who))),
                    List.of(world.pathId()),
                    "the form")),
    PERSON_LEAVES(
            7,
            (world, sight, who, what) -> world.engine().get(SignUpService.class).leave(phone(who), "STOP")),

    PROFILE_RENAMED(5, (world, sight, who, what) -> write(world, sight, who, ProfileField.FIRST_NAME, name(what))),
    PROFILE_MOVED(4, (world, sight, who, what) -> write(world, sight, who, ProfileField.CITY, city(what))),
    PROFILE_LOST_NAME(1, (world, sight, who, what) -> write(world, sight, who, ProfileField.FIRST_NAME, "")),
    PROFILE_GOT_EMAIL(2, (world, sight, who, what) -> write(world, sight, who, ProfileField.EMAIL, email(what))),
    PROFILE_REMOVED(2, (world, sight, who, what) -> person(sight, who)
            .ifPresent(person -> politely(() ->
                    world.engine().get(ProfileService.class).remove(person.id(), cause(ConsentSource.ADMINISTRATOR))))),
    PROFILE_PUT_IN_BY_PROGRAM(4, (world, sight, who, what) -> person(sight, who)
            .ifPresent(person -> politely(() -> world.engine()
                    .get(ConsentService.class)
                    .optIn(person.id(), world.pathId(), cause(ConsentSource.API))))),

    NIGHTLY_SYNC(16, (world, sight, who, what) -> world.sync(JobKind.NIGHTLY_SYNC)),
    FIVE_MINUTE_SYNC(16, (world, sight, who, what) -> world.sync(JobKind.FIVE_MINUTE_SYNC)),
    NIGHTLY_SYNC_KILLED(6, (world, sight, who, what) -> world.syncKilledAt(JobKind.NIGHTLY_SYNC, 1 + what % 60)),
    FIVE_MINUTE_SYNC_KILLED(
            6, (world, sight, who, what) -> world.syncKilledAt(JobKind.FIVE_MINUTE_SYNC, 1 + what % 40)),

    CREATE_DOES_NOT_ARRIVE(2, (world, sight, who, what) -> world.organisation().fault("reset-before", "create", 1)),
    ANSWER_TO_CREATE_IS_LOST(
            3, (world, sight, who, what) -> world.organisation().fault("reset-after", "create", 1)),
    CREATE_ENDS_IN_500(3, (world, sight, who, what) -> world.organisation().fault("http-500-after", "create", 1)),
    ANSWER_TO_UPDATE_IS_LOST(
            3, (world, sight, who, what) -> world.organisation().fault("reset-after", "update", 1)),
    QUERY_FAILS(2, (world, sight, who, what) -> world.organisation().fault("http-503", "query", 1 + what % 6)),
    REPORT_IS_A_PAGE(1, (world, sight, who, what) -> world.organisation().fault("html", "report", 1 + what % 6)),
    WRITES_SHOW_LATE(
            2, (world, sight, who, what) -> world.organisation().fault("late-visibility", "any", 1 + what % 3)),
    ALL_IS_WELL_AGAIN(3, (world, sight, who, what) -> world.organisation().calm()),

    MINUTES_PASS(8, (world, sight, who, what) -> world.pass(Duration.ofMinutes(1 + what % 20))),
    A_DAY_PASSES(4, (world, sight, who, what) -> world.pass(Duration.ofDays(1)));

    static final int PHONES = 6;

    private static final int NAMES = 3;

    private interface Happening {
        void happen(TwoSystems world, Sight sight, int who, int what);
    }

    private final int weight;
    private final Happening happening;

    Deed(int weight, Happening happening) {
        this.weight = weight;
        this.happening = happening;
    }

    int weight() {
        return weight;
    }

    /** @param sight how the systems look before */
    void happen(TwoSystems world, Sight sight, int who, int what) {
        happening.happen(world, sight, who, what);
    }

    boolean isSync() {
        return switch (this) {
            case NIGHTLY_SYNC, NIGHTLY_SYNC_KILLED, FIVE_MINUTE_SYNC, FIVE_MINUTE_SYNC_KILLED -> true;
            default -> false;
        };
    }

    boolean isKilled() {
        return this == NIGHTLY_SYNC_KILLED || this == FIVE_MINUTE_SYNC_KILLED;
    }

    static String phone(int who) {
        return "+1212555010" + who % PHONES;
    }

    private static String email(int who) {
        return "person" + who % PHONES + "@example.org";
    }

    private static String name(int what) {
        return List.of("Ada", "Bea", "Cyd").get(what % NAMES);
    }

    private static String city(int what) {
        return List.of("Troy", "Utica", "Rome").get(what % NAMES);
    }

    private static Optional<Contact> contact(Sight sight, int who) {
        List<Contact> living = List.copyOf(sight.living());
        return living.isEmpty() ? Optional.empty() : Optional.of(living.get(who % living.size()));
    }

    private static Optional<Person> person(Sight sight, int who) {
        List<Person> people = List.copyOf(sight.people().values());
        return people.isEmpty() ? Optional.empty() : Optional.of(people.get(who % people.size()));
    }

    private static void edit(TwoSystems world, Sight sight, int who, String field, Object value) {
        contact(sight, who).ifPresent(contact -> world.organisation().edit(contact.id(), Map.of(field, value)));
    }

    private static void write(TwoSystems world, Sight sight, int who, ProfileField field, String value) {
        person(sight, who).ifPresent(person -> {
            Map<ProfileField, String> fields = new EnumMap<>(ProfileField.class);
            person.values()
                    .forEach(
                            (name, known) -> fields.put(ProfileField.ofKey(name).orElseThrow(), known));
            fields.put(field, value);
            world.engine()
                    .get(ProfileService.class)
                    .update(person.id(), person.version(), input(fields), cause(ConsentSource.ADMINISTRATOR));
        });
    }

    private static ProfileInput input(Map<ProfileField, String> fields) {
        return new ProfileInput(fields, null);
    }

    private static ConsentCause cause(ConsentSource source) {
        return ConsentCause.of(source, "admin", source == ConsentSource.API ? null : "a history");
    }

    /** A refusal is an answer. */
    private static void politely(Runnable request) {
        try {
            request.run();
        } catch (BusinessException refused) {
            System.Logger log = System.getLogger(Deed.class.getName());
            log.log(System.Logger.Level.DEBUG, refused.getMessage());
        }
    }
}
