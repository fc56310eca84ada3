package org.mobiledatasync.platform.control;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Every key that the application can be configured with. A value comes from MicroProfile Config: an environment
 * variable or system property with the constant's name, otherwise the default given here.
 *
 * <p>The keys of the server around it (HTTP_PORT, DATABASE_URL, ...) are described in {@code server-config/env.example}.
 * {@link ConfigCheck} refuses to start with values that the getters could not read.
 */
public enum Settings {
    DATA_DIR(Kind.PATH, "data", "Folder for the embedded database, the key file, downloads and logs"),
    SECRET_KEY_FILE(Kind.PATH, "", "File with the key of the stored secrets; default: secret-key.json in DATA_DIR"),
    ADMIN_PASSWORD(Kind.SECRET, "", "Password of the first administrator, admin; default: a generated one, shown once"),
    NODE_NAME(Kind.TEXT, "", "Name of this server among several on one database; default: its host name"),
    SALESFORCE_ALLOWED_HOSTS(
            Kind.ORIGINS,
            "",
            "Hosts beside Salesforce's own that an integration may connect to, as scheme://host:port, comma separated"),
    TRUSTED_PROXIES(
            Kind.TEXT,
            "127.0.0.1, ::1, 0:0:0:0:0:0:0:1",
            "Addresses of proxies that are believed when they say for whom they speak (X-Forwarded-For)"),
    SIGN_INS_PER_MINUTE(
            Kind.NUMBER,
            "20",
            "How often one address may send the sign-in form, or a wrong password to the API; 0 = without limit"),
    SIGN_UPS_PER_MINUTE(Kind.NUMBER, "60", "How often one address may send sign-up forms; 0 = without limit"),
    QUIET_HOURS_START(Kind.TIME, "21:00", "From then on no Welcome message goes out, in the recipient's local time"),
    QUIET_HOURS_END(Kind.TIME, "08:00", "From then on Welcome messages go out again"),
    OUTCOME_RETENTION_DAYS(Kind.NUMBER, "90", "Days for which the report keeps the details of every record"),
    NIGHTLY_WINDOW_HOURS(Kind.NUMBER, "6", "Hours after its time within which a missed nightly sync still starts"),
    LEASE_MINUTES(Kind.NUMBER, "10", "Minutes after which a server that fell silent loses the run it was working on"),
    PARALLEL_CALLS(Kind.NUMBER, "4", "How many calls of one five-minute sync are under way at a time, 1 or more"),
    OPT_OUT_RESERVE_PERCENT(Kind.NUMBER, "10", "Share of the Daily API Quota that is kept for opt-outs, in percent");

    private static final Pattern ORIGIN = Pattern.compile("(?i)https?://[a-z0-9.\\-\\[\\]:]+?(:\\d{1,5})?");

    private enum Kind {
        TEXT,
        ORIGINS,
        SECRET,
        PATH,
        TIME,
        NUMBER
    }

    private final Kind kind;
    private final String defaultValue;
    private final String description;

    Settings(Kind kind, String defaultValue, String description) {
        this.kind = kind;
        this.defaultValue = defaultValue;
        this.description = description;
    }

    /** The value as it was given, or the default; an empty text when there is neither. */
    public String text() {
        return ConfigProvider.getConfig()
                .getOptionalValue(name(), String.class)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElse(defaultValue);
    }

    /** Empty when nothing was given and there is no default. */
    public Optional<String> optional() {
        return Optional.of(text()).filter(value -> !value.isEmpty());
    }

    /** A whole number, 0 or more. */
    public int number() {
        return Integer.parseUnsignedInt(text());
    }

    public Duration minutes() {
        return Duration.ofMinutes(number());
    }

    public Duration hours() {
        return Duration.ofHours(number());
    }

    /** A time of the day, such as 21:00. */
    public LocalTime time() {
        return LocalTime.parse(text());
    }

    /** The entries of a comma separated list, without blanks around them. */
    public List<String> list() {
        return Arrays.stream(text().split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /**
     * The entries of a list of {@code scheme://host} or {@code scheme://host:port}.
     *
     * @throws IllegalArgumentException naming the first entry that is anything else
     */
    private void origins() {
        list().stream()
                .filter(entry -> !ORIGIN.matcher(entry).matches())
                .findFirst()
                .ifPresent(wrong -> {
                    throw new IllegalArgumentException(
                            "'" + wrong + "' is not an address such as https://crm.example.org or"
                                    + " http://127.0.0.1:8123 (scheme, host and port, nothing behind them).");
                });
    }

    public Path path() {
        return Path.of(text()).toAbsolutePath();
    }

    /** Where the key of the stored secrets lies. */
    public static Path secretKeyFile() {
        return SECRET_KEY_FILE.optional().map(Path::of).orElse(DATA_DIR.path().resolve("secret-key.json"));
    }

    /** The name of this server among several on one database. */
    public static String nodeName() {
        return NODE_NAME.optional().orElseGet(() -> {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException e) {
                return "localhost"; // a host without a name of its own is the only one
            }
        });
    }

    public String description() {
        return description;
    }

    /** The value for a person to read; of a secret only whether there is one. */
    public String shown() {
        return kind == Kind.SECRET ? optional().map(secret -> "set").orElse("not set") : text();
    }

    /** What is wrong with the value, as a sentence; empty when it can be read. */
    Optional<String> problem() {
        try {
            switch (kind) {
                case NUMBER -> number();
                case TIME -> time();
                case PATH -> path();
                case ORIGINS -> origins();
                default -> text();
            }
            return Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.of(name() + " must be a whole number, but is '" + text() + "'.");
        } catch (DateTimeParseException e) {
            return Optional.of(name() + " must be a time such as 21:00, but is '" + text() + "'.");
        } catch (IllegalArgumentException e) {
            return Optional.of(name() + " cannot be read: " + e.getMessage());
        }
    }
}
