package org.mobiledatasync.salesforce.control;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.mobiledatasync.integration.entity.SalesforceSignIn;

/** What the server shows Salesforce to be let in, by the method that was chosen. Its texts hold no secret. */
public sealed interface SalesforceCredentials {

    /** What is still empty and can't be, in the words of the form; nothing may be sent to Salesforce then. */
    Optional<String> missing();

    record Password(String login, String password, String securityToken) implements SalesforceCredentials {
        @Override
        public Optional<String> missing() {
            return firstEmpty(login, "login", password, "password");
        }

        @Override
        public String toString() {
            return "Password[login=" + login + "]";
        }
    }

    record ClientCredentials(String consumerKey, String consumerSecret) implements SalesforceCredentials {
        @Override
        public Optional<String> missing() {
            return firstEmpty(consumerKey, "consumer key", consumerSecret, "consumer secret");
        }

        @Override
        public String toString() {
            return "ClientCredentials[]";
        }
    }

    /** @param privateKey as PEM, see {@link PrivateKeyText} */
    record JwtBearer(String consumerKey, String login, String privateKey) implements SalesforceCredentials {
        @Override
        public Optional<String> missing() {
            return firstEmpty(consumerKey, "consumer key", login, "login")
                    .or(() -> firstEmpty(privateKey, "private key"));
        }

        @Override
        public String toString() {
            return "JwtBearer[login=" + login + "]";
        }
    }

    static SalesforceCredentials of(SalesforceSignIn signIn) {
        return switch (signIn.getAuthMethod()) {
            case PASSWORD ->
                new Password(text(signIn.getLogin()), text(signIn.getPassword()), text(signIn.getSecurityToken()));
            case CLIENT_CREDENTIALS ->
                new ClientCredentials(text(signIn.getClientId()), text(signIn.getClientSecret()));
            case JWT_BEARER ->
                new JwtBearer(text(signIn.getClientId()), text(signIn.getLogin()), text(signIn.getPrivateKey()));
        };
    }

    private static String text(String stored) {
        return Objects.requireNonNullElse(stored, "");
    }

    /** @param namedValues value, name, value, name, ... */
    private static Optional<String> firstEmpty(String... namedValues) {
        return Stream.iterate(0, at -> at < namedValues.length, at -> at + 2)
                .filter(at -> namedValues[at].isBlank())
                .map(at -> namedValues[at + 1])
                .findFirst();
    }
}
