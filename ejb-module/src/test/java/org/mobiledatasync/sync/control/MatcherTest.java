package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.sync.control.People.CONTACT;
import static org.mobiledatasync.sync.control.People.OTHER_CONTACT;
import static org.mobiledatasync.sync.control.People.OTHER_PHONE;
import static org.mobiledatasync.sync.control.People.PHONE;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.sync.control.Matcher.Kind;

class MatcherTest {
    private static final ContactRecord RECORD = People.contact(OptInValue.TRUE, Map.of());

    private final KnownProfile pair = People.linked(People.member(1L, PHONE), CONTACT, null, null);
    private final KnownProfile ofOldNumber = People.linked(People.member(2L, OTHER_PHONE), CONTACT, null, null);
    private final KnownProfile unlinked = People.stranger(3L, PHONE);
    private final KnownProfile ofAnother = People.linked(People.stranger(4L, PHONE), OTHER_CONTACT, null, null);

    @Test
    @DisplayName("R1.3 by Constituent ID first")
    void linked() {
        assertThat(Matcher.match(RECORD, pair, pair, false)).isEqualTo(new Matcher(Kind.LINKED, pair, null));
    }

    @Test
    @DisplayName("R1.3 failing that by phone")
    void byPhone() {
        assertThat(Matcher.match(RECORD, null, unlinked, false)).isEqualTo(new Matcher(Kind.BY_PHONE, unlinked, null));
    }

    @Test
    @DisplayName("R1.3 by nothing else: nobody with that number is somebody new")
    void isNew() {
        assertThat(Matcher.match(RECORD, null, null, false)).isEqualTo(new Matcher(Kind.NEW, null, null));
    }

    @Test
    @DisplayName("R1.5 an unlinked row whose number another row has, or another contact's profile, is ambiguous")
    void ambiguous() {
        assertThat(Matcher.match(RECORD, null, unlinked, true).kind()).isEqualTo(Kind.AMBIGUOUS);
        assertThat(Matcher.match(RECORD, null, null, true).kind()).isEqualTo(Kind.AMBIGUOUS);
        assertThat(Matcher.match(RECORD, null, ofAnother, false).kind()).isEqualTo(Kind.AMBIGUOUS);
    }

    @Test
    @DisplayName("R1.5 a pair stays a pair, whoever else has the number")
    void pairStays() {
        assertThat(Matcher.match(RECORD, pair, pair, true).kind()).isEqualTo(Kind.LINKED);
    }

    @Test
    @DisplayName("R1.6 a changed number takes the link along: to its profile, or to a new one")
    void moved() {
        assertThat(Matcher.match(RECORD, ofOldNumber, unlinked, false))
                .isEqualTo(new Matcher(Kind.BY_PHONE, unlinked, ofOldNumber));
        assertThat(Matcher.match(RECORD, ofOldNumber, null, false)).isEqualTo(new Matcher(Kind.NEW, null, ofOldNumber));
    }

    @Test
    @DisplayName("R1.6 not onto a number that another contact has")
    void movedOntoAnother() {
        assertThat(Matcher.match(RECORD, ofOldNumber, ofAnother, false).kind()).isEqualTo(Kind.AMBIGUOUS);
        assertThat(Matcher.match(RECORD, ofOldNumber, unlinked, true).kind()).isEqualTo(Kind.AMBIGUOUS);
    }
}
