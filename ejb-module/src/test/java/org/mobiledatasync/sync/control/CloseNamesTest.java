package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloseNamesTest {
    private static final List<String> NAMES =
            List.of("Id", "MobilePhone", "HomePhone", "Email", "Mobile_Subscriber__c", "MailingStreet", "MailingState");

    @ParameterizedTest
    @CsvSource({
        "Mobile_Subscriber_c, Mobile_Subscriber__c",
        "MobileSubscriber__c, Mobile_Subscriber__c",
        "Mobile_Subscriber, Mobile_Subscriber__c",
        "Mobil_Subscrber__c, Mobile_Subscriber__c",
        "MoblePhone, MobilePhone",
        "E_mail, Email",
        "Mailing_State, MailingState"
    })
    @DisplayName("S13 the name that was probably meant")
    void near(String typed, String meant) {
        assertThat(CloseNames.nearest(typed, NAMES)).hasValue(meant);
    }

    @ParameterizedTest
    @CsvSource({"Shoe_Size__c", "Ix", "Phone", "Mobile__c"})
    @DisplayName("nothing is proposed where nothing is near")
    void far(String typed) {
        assertThat(CloseNames.nearest(typed, NAMES)).isEmpty();
    }

    @Test
    @DisplayName("a name that is there was meant itself, in whatever case")
    void there() {
        assertThat(CloseNames.nearest("mobilephone", NAMES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', '', 0", "abc, abc, 0", "abc, '', 3", "kitten, sitting, 3", "ab, ba, 2", "flaw, lawn, 2"})
    @DisplayName("the distance counts characters put in, taken out and replaced")
    void distance(String from, String to, int edits) {
        assertThat(CloseNames.edits(from, to)).isEqualTo(edits);
        assertThat(CloseNames.edits(to, from)).isEqualTo(edits);
    }
}
