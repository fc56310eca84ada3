package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.sync.control.People.CONTACT;
import static org.mobiledatasync.sync.control.People.OTHER_CONTACT;
import static org.mobiledatasync.sync.control.People.OTHER_PHONE;
import static org.mobiledatasync.sync.control.People.PHONE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.sync.control.Matcher.Kind;

class MatcherTest {
    private static final ContactRecord RECORD = People.contact(OptInValue.TRUE, Map.of());

    private final KnownProfile pair = People.linked(People.member(1L, PHONE), CONTACT, null, null);
    private final KnownProfile ofOldNumber = People.linked(People.member(2L, OTHER_PHONE), CONTACT, null, null);
    private final KnownProfile unlinked = People.stranger(3L, PHONE);
    private final KnownProfile ofAnother = People.linked(People.stranger(4L, PHONE), OTHER_CONTACT, null, null);

    private static Matcher match(KnownProfile linked, KnownProfile byPhone, boolean phoneShared) {
        return match(linked, byPhone, phoneShared, NumberChoice.NONE);
    }

    private static Matcher match(KnownProfile linked, KnownProfile byPhone, boolean phoneShared, NumberChoice choice) {
        return Matcher.match(RECORD, linked, byPhone, phoneShared, choice);
    }

    @Test
    @DisplayName("R1.3 by Constituent ID first")
    void linked() {
        assertThat(match(pair, pair, false)).isEqualTo(new Matcher(Kind.LINKED, pair, null));
    }

    @Test
    @DisplayName("R1.3 failing that by phone")
    void byPhone() {
        assertThat(match(null, unlinked, false)).isEqualTo(new Matcher(Kind.BY_PHONE, unlinked, null));
    }

    @Test
    @DisplayName("R1.3 by nothing else: nobody with that number is somebody new")
    void isNew() {
        assertThat(match(null, null, false)).isEqualTo(new Matcher(Kind.NEW, null, null));
    }

    @Test
    @DisplayName("R1.5 an unlinked row whose number another row has, or another contact's profile, is ambiguous")
    void ambiguous() {
        assertThat(match(null, unlinked, true).kind()).isEqualTo(Kind.AMBIGUOUS);
        assertThat(match(null, null, true).kind()).isEqualTo(Kind.AMBIGUOUS);
        assertThat(match(null, ofAnother, false).kind()).isEqualTo(Kind.AMBIGUOUS);
    }

    @Test
    @DisplayName("R1.5 a pair stays a pair, whoever else has the number")
    void pairStays() {
        assertThat(match(pair, pair, true).kind()).isEqualTo(Kind.LINKED);
    }

    @Test
    @DisplayName("R1.6 a changed number takes the link along: to its profile, or to a new one")
    void moved() {
        assertThat(match(ofOldNumber, unlinked, false)).isEqualTo(new Matcher(Kind.BY_PHONE, unlinked, ofOldNumber));
        assertThat(match(ofOldNumber, null, false)).isEqualTo(new Matcher(Kind.NEW, null, ofOldNumber));
    }

    @Test
    @DisplayName("R1.6 not onto a number that another contact has")
    void movedOntoAnother() {
        assertThat(match(ofOldNumber, ofAnother, false).kind()).isEqualTo(Kind.AMBIGUOUS);
        assertThat(match(ofOldNumber, unlinked, true).kind()).isEqualTo(Kind.AMBIGUOUS);
    }

    @Test
    @DisplayName("R1.5 the contact that a person chose gets the number, whoever else has it in the export")
    void chosen() {
        NumberChoice choice = new NumberChoice(CONTACT, Set.of(OTHER_CONTACT));

        assertThat(match(null, unlinked, true, choice)).isEqualTo(new Matcher(Kind.BY_PHONE, unlinked, null));
        assertThat(match(null, null, true, choice)).isEqualTo(new Matcher(Kind.NEW, null, null));
        assertThat(match(ofOldNumber, unlinked, true, choice))
                .isEqualTo(new Matcher(Kind.BY_PHONE, unlinked, ofOldNumber));
    }

    @Test
    @DisplayName("R1.8 but never while the number's profile is another contact's: then it is asked again")
    void chosenButPaired() {
        assertThat(match(null, ofAnother, false, new NumberChoice(CONTACT, Set.of()))
                        .kind())
                .isEqualTo(Kind.AMBIGUOUS);
    }

    @Test
    @DisplayName("R1.5 a contact that a person decided against does not get the number, though it is alone with it")
    void decidedAgainst() {
        for (NumberChoice choice :
                List.of(new NumberChoice(OTHER_CONTACT, Set.of()), new NumberChoice(null, Set.of(CONTACT)))) {
            assertThat(match(null, unlinked, false, choice).kind()).isEqualTo(Kind.DECIDED_AGAINST);
            assertThat(match(null, null, true, choice).kind()).isEqualTo(Kind.DECIDED_AGAINST);
        }
    }

    @Test
    @DisplayName("R1.5 when none was chosen, a contact that nobody decided about is asked about")
    void newcomer() {
        NumberChoice none = new NumberChoice(null, Set.of(OTHER_CONTACT));

        assertThat(match(null, unlinked, true, none).kind()).isEqualTo(Kind.AMBIGUOUS);
        assertThat(match(null, unlinked, false, none).kind()).isEqualTo(Kind.BY_PHONE);
    }
}
