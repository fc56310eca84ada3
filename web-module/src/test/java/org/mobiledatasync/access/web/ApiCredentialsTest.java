package org.mobiledatasync.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiCredentialsTest {

    @Test
    void basicCarriesLoginAndPassword() {
        assertThat(ApiCredentials.of("Basic " + base64("ada:pässword:with colon")))
                .isEqualTo(new ApiCredentials.Password("ada", "pässword:with colon"));
    }

    @Test
    void theSchemeIsReadInAnyCase() {
        assertThat(ApiCredentials.of("bearer  mds_x")).isEqualTo(new ApiCredentials.Token("mds_x"));
        assertThat(ApiCredentials.of("BASIC " + base64("a:b"))).isEqualTo(new ApiCredentials.Password("a", "b"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Basic", "Basic !!!", "Basic bm9jb2xvbg==", "Digest x", "mds_x"})
    void whatCannotBeReadIsNothing(String header) {
        assertThat(ApiCredentials.of(header)).isEqualTo(new ApiCredentials.None());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
