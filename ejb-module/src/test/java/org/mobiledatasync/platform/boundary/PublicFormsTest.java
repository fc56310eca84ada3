package org.mobiledatasync.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mobiledatasync.platform.boundary.PublicForms.Form;

class PublicFormsTest {
    private final PublicForms forms = new PublicForms(Clock.systemUTC());

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, , 203.0.113.7",
        "203.0.113.7, 198.51.100.1, 203.0.113.7",
        "127.0.0.1, 198.51.100.1, 198.51.100.1",
        "127.0.0.1, 'forged, 198.51.100.1', 198.51.100.1",
        "127.0.0.1, '198.51.100.1, 127.0.0.1', 198.51.100.1",
        "127.0.0.1, , 127.0.0.1"
    })
    @DisplayName("a proxy is believed only when it is trusted, and only for what it added itself")
    void client(String peer, String forwardedFor, String client) {
        assertThat(forms.client(peer, forwardedFor)).isEqualTo(client);
    }

    @Test
    @DisplayName("looking whether a client has to wait does not count")
    void looking() {
        for (int i = 0; i < 20; i++) {
            assertThat(forms.remaining(Form.API, "203.0.113.7", null)).isEmpty();
            forms.count(Form.API, "203.0.113.7", null);
        }
        assertThat(forms.remaining(Form.API, "203.0.113.7", null)).isPresent();
        assertThat(forms.remaining(Form.API, "203.0.113.8", null)).isEmpty();
        assertThat(forms.remaining(Form.SIGN_IN, "203.0.113.7", null)).isEmpty();
    }

    @Test
    @DisplayName("joining does not use up what leaving may")
    void apart() {
        int joins = 0;
        while (joins < 10_000 && forms.count(Form.JOIN, "203.0.113.7", null).isEmpty()) {
            joins++;
        }
        assertThat(joins).isEqualTo(60);
        assertThat(forms.count(Form.LEAVE, "203.0.113.7", null)).isEmpty();
    }
}
