package org.mobiledatasync.salesforce.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivateKeyTextTest {

    private static String pem(String algorithm, int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return pem("PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded());
    }

    private static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                + label + "-----\n";
    }

    @Test
    @DisplayName("a PKCS#8 key is taken with and without its line breaks")
    void good() throws GeneralSecurityException {
        String pem = pem("RSA", 2048);

        assertThat(PrivateKeyText.problem(pem)).isEmpty();
        assertThat(PrivateKeyText.problem(pem.replaceAll("[\\r\\n]", ""))).isEmpty();
        assertThat(PrivateKeyText.read(pem.replaceAll("[\\r\\n]", ""))).isEqualTo(PrivateKeyText.read(pem));
    }

    @ParameterizedTest
    @CsvSource({
        "RSA PRIVATE KEY, openssl pkcs8 -topk8",
        "ENCRYPTED PRIVATE KEY, passphrase",
        "CERTIFICATE, 'a certificate, not the private key'",
        "PUBLIC KEY, 'a public key, not the private key'",
        "PRIVATE KEY, can't be read"
    })
    @DisplayName("what is another thing is named, with the way to the right one")
    void other(String label, String said) {
        assertThat(PrivateKeyText.problem(pem(label, new byte[] {1, 2, 3})))
                .hasValueSatisfying(problem -> assertThat(problem).contains(said));
    }

    @Test
    @DisplayName("half a file, a short key and a key of another kind are refused")
    void unfit() throws GeneralSecurityException {
        String pem = pem("RSA", 2048);

        assertThat(PrivateKeyText.problem(pem.substring(0, 200)))
                .hasValueSatisfying(problem -> assertThat(problem).contains("whole file"));
        assertThat(PrivateKeyText.problem(pem("RSA", 1024)))
                .hasValueSatisfying(problem -> assertThat(problem).contains("too short"));
        assertThat(PrivateKeyText.problem(pem("EC", 256)))
                .hasValueSatisfying(problem -> assertThat(problem).contains("RSA"));
    }

    @Test
    @DisplayName(
            "a stored text that is no key is a sign-in that a person must mend, and is not repeated in the message")
    void unreadable() {
        assertThatThrownBy(() -> PrivateKeyText.read("-----BEGIN PRIVATE KEY-----MySecret-----END PRIVATE KEY-----"))
                .isInstanceOfSatisfying(SalesforceFault.class, fault -> assertThat(fault.needsPerson())
                        .isTrue())
                .hasMessageNotContaining("MySecret");
    }
}
