package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.sync.control.People.CONTACT;
import static org.mobiledatasync.sync.control.People.OTHER_CONTACT;
import static org.mobiledatasync.sync.control.People.OTHER_PHONE;
import static org.mobiledatasync.sync.control.People.PHONE;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.sync.control.ContactMatch.Candidate;
import org.mobiledatasync.sync.control.ContactMatch.Kind;

class ContactMatchTest {
    private static final String MAIL = "ann@example.org";

    private static ContactMatch match(String email, Candidate... candidates) {
        return ContactMatch.of(PHONE, email, List.of(candidates), NumberChoice.NONE);
    }

    @Test
    @DisplayName("R1.4 exactly one distinct contact, by phone, by e-mail or by both, is the person's")
    void one() {
        ContactMatch ann = new ContactMatch(Kind.ONE, CONTACT);

        assertThat(match(null, new Candidate(CONTACT, "212 555 0123", PHONE, "", false)))
                .isEqualTo(ann);
        assertThat(match(MAIL, new Candidate(CONTACT, "", null, "Ann@Example.org", false)))
                .isEqualTo(ann);
        assertThat(match(
                        MAIL,
                        new Candidate(CONTACT, "x", PHONE, MAIL, false),
                        new Candidate(CONTACT, "x", PHONE, MAIL, false)))
                .isEqualTo(ann);
    }

    @Test
    @DisplayName("R5.3 nobody has the number or the address")
    void none() {
        assertThat(match(MAIL).kind()).isEqualTo(Kind.NONE);
        assertThat(match(null, new Candidate(CONTACT, "x", OTHER_PHONE, "", false))
                        .kind())
                .isEqualTo(Kind.NONE);
        assertThat(match(null, new Candidate(CONTACT, "", null, "", false)).kind())
                .isEqualTo(Kind.NONE);
        assertThat(match(MAIL, new Candidate(CONTACT, "", null, "ann@example.com", false))
                        .kind())
                .isEqualTo(Kind.NONE);
    }

    @Test
    @DisplayName("R1.4 more than one distinct contact: nobody is chosen")
    void several() {
        assertThat(match(
                        MAIL,
                        new Candidate(CONTACT, "x", PHONE, "", false),
                        new Candidate(OTHER_CONTACT, "x", OTHER_PHONE, MAIL, false)))
                .isEqualTo(new ContactMatch(Kind.SEVERAL, null));
    }

    @Test
    @DisplayName("R4.1 a contact with another mobile number is not the person, though it shares the address")
    void otherNumber() {
        assertThat(match(MAIL, new Candidate(CONTACT, "x", OTHER_PHONE, MAIL, false))
                        .kind())
                .isEqualTo(Kind.OTHER_NUMBER);
        assertThat(match(MAIL, new Candidate(CONTACT, "not a number", null, MAIL, false))
                        .kind())
                .isEqualTo(Kind.OTHER_NUMBER);
    }

    @Test
    @DisplayName("R5.5 a contact that carries the person's external id is the person's, unless it has another number")
    void ourOwn() {
        assertThat(match(null, new Candidate(CONTACT, "", null, "", true)))
                .isEqualTo(new ContactMatch(Kind.ONE, CONTACT));
        assertThat(match(null, new Candidate(CONTACT, "x", OTHER_PHONE, "", true))
                        .kind())
                .isEqualTo(Kind.OUR_ID_OTHER_NUMBER);
        assertThat(match(
                                null,
                                new Candidate(CONTACT, "x", PHONE, "", false),
                                new Candidate(OTHER_CONTACT, "", null, "", true))
                        .kind())
                .isEqualTo(Kind.SEVERAL);
    }

    @Test
    @DisplayName("R1.4 the contact that a person chose is the person's, as long as the search finds it")
    void chosen() {
        NumberChoice choice = new NumberChoice(OTHER_CONTACT, Set.of(CONTACT));
        Candidate one = new Candidate(CONTACT, "x", PHONE, "", false);
        Candidate other = new Candidate(OTHER_CONTACT, "x", PHONE, "", false);
        Candidate third = new Candidate("003000000000003AAA", "x", PHONE, "", false);

        assertThat(ContactMatch.of(PHONE, null, List.of(one, other, third), choice))
                .isEqualTo(new ContactMatch(Kind.ONE, OTHER_CONTACT));
        assertThat(ContactMatch.of(PHONE, null, List.of(one), choice).kind()).isEqualTo(Kind.NONE);
        assertThat(ContactMatch.of(PHONE, null, List.of(one, third), choice))
                .isEqualTo(new ContactMatch(Kind.ONE, third.contactId()));
    }

    @Test
    @DisplayName("R4.1 not even a person's choice gives the number's consent to a contact with another number")
    void chosenWithOtherNumber() {
        NumberChoice choice = new NumberChoice(CONTACT, Set.of());
        Candidate moved = new Candidate(CONTACT, "x", OTHER_PHONE, MAIL, false);

        assertThat(ContactMatch.of(PHONE, MAIL, List.of(moved), choice).kind()).isEqualTo(Kind.OTHER_NUMBER);
        assertThat(ContactMatch.eligible(PHONE, MAIL, List.of(moved), NumberChoice.NONE))
                .isEmpty();
    }

    @Test
    @DisplayName("R5.5 rejected contacts are as if they were not there, so that a contact made meanwhile is found")
    void rejected() {
        NumberChoice none = new NumberChoice(null, Set.of(CONTACT));
        Candidate rejected = new Candidate(CONTACT, "x", PHONE, "", false);
        Candidate made = new Candidate(OTHER_CONTACT, "x", PHONE, "", false);

        assertThat(ContactMatch.of(PHONE, null, List.of(rejected), none).kind()).isEqualTo(Kind.NONE);
        assertThat(ContactMatch.of(PHONE, null, List.of(rejected, made), none))
                .isEqualTo(new ContactMatch(Kind.ONE, OTHER_CONTACT));
    }
}
