package org.mobiledatasync.simulator;

import java.util.Set;
import org.mobiledatasync.simulator.soap.Credentials;

/**
 * How a simulator is started.
 *
 * @param port TCP port on the loopback address; 0 for any free one
 * @param contacts how many sample contacts the organisation begins with
 * @param seed which ones
 */
public record SimulatorOptions(int port, int contacts, long seed, Credentials credentials) {

    private static final Set<String> NAMES =
            Set.of("--port", "--contacts", "--seed", "--login", "--password", "--token");

    /** Any free port, no contacts, the usual credentials. */
    public static SimulatorOptions usual() {
        return new SimulatorOptions(0, 0, 42, new Credentials("sync@example.org", "simulator-password", "SIMTOKEN"));
    }

    /** Reads {@code --name value} pairs; throws IllegalArgumentException for what it does not know. */
    public static SimulatorOptions of(String... arguments) {
        SimulatorOptions options = usual();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!NAMES.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("Unknown option or value missing: " + arguments[i]);
            }
            options = options.with(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    public SimulatorOptions withContacts(int count, long withSeed) {
        return new SimulatorOptions(port, count, withSeed, credentials);
    }

    private SimulatorOptions with(String name, String value) {
        String user = credentials.userName();
        String password = credentials.password();
        String token = credentials.securityToken();
        return switch (name) {
            case "--port" -> new SimulatorOptions(Integer.parseInt(value), contacts, seed, credentials);
            case "--contacts" -> withContacts(Integer.parseInt(value), seed);
            case "--seed" -> withContacts(contacts, Long.parseLong(value));
            case "--login" -> with(new Credentials(value, password, token));
            case "--password" -> with(new Credentials(user, value, token));
            default -> with(new Credentials(user, password, value));
        };
    }

    private SimulatorOptions with(Credentials others) {
        return new SimulatorOptions(port, contacts, seed, others);
    }
}
