package org.mobiledatasync.integration.control;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mobiledatasync.integration.entity.AuthMethod;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.integration.entity.SalesforceSignIn;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.InvalidInputException.Problem;
import org.mobiledatasync.salesforce.control.PrivateKeyText;
import org.mobiledatasync.salesforce.control.SalesforceHosts;

/** Checks the configuration form (S2), field by field, and repairs what is only written differently. */
@ApplicationScoped
public class IntegrationCheck {
    private static final Set<String> SIGN_IN_HOSTS = Set.of("login.salesforce.com", "test.salesforce.com");
    private static final String EXPORT_END = "=csv";

    private SalesforceHosts hosts;

    protected IntegrationCheck() {}

    @Inject
    public IntegrationCheck(SalesforceHosts hosts) {
        this.hosts = hosts;
    }

    /**
     * The host alone, of whatever was pasted: {@code https://x.my.salesforce.com/} becomes {@code x.my.salesforce.com}. Of
     * Lightning's host the one that the API has, {@code x.lightning.force.com} being for browsers only.
     */
    public static String hostOf(String pasted) {
        if (pasted == null) {
            return null;
        }
        String host = pasted.trim().replaceFirst("(?i)^[a-z]+://", "");
        return host.replaceFirst("[/?#].*", "")
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT)
                .replaceFirst("\\.lightning\\.force\\.com$", ".my.salesforce.com");
    }

    /** @throws InvalidInputException naming every field that has to change */
    public void check(Integration integration) {
        List<Problem> problems = new ArrayList<>();
        text(problems, "name", integration.getName(), 255, true);
        signIn(problems, integration.getSignIn());
        text(problems, "notes", integration.getNotes(), 4000, false);
        var defaults = integration.getContactDefaults();
        text(problems, "defaultFirstName", defaults.getDefaultFirstName(), 40, false);
        text(problems, "defaultLastName", defaults.getDefaultLastName(), 80, false);
        text(problems, "sourceCode", defaults.getSourceCode(), 255, false);
        apiName(problems, "mobileOptInField", defaults.getMobileOptInField());
        if (defaults.getExternalIdField() != null
                && !defaults.getExternalIdField().isBlank()) {
            apiName(problems, "externalIdField", defaults.getExternalIdField());
        }
        host(problems, integration);
        exportUrl(problems, integration);
        if (integration.getDailyApiQuota() != null && integration.getDailyApiQuota() < 0) {
            problems.add(
                    new Problem("dailyApiQuota", "The Daily API Quota is a number of records, or blank for no limit."));
        }
        zone(problems, integration.getTimeZone());
        if (integration.getNightlyAt() == null) {
            problems.add(new Problem("nightlyAt", "Enter the hour of the nightly sync, such as 02:00."));
        }
        if (!PhoneNumberUtil.getInstance().getSupportedRegions().contains(integration.getDefaultRegion())) {
            problems.add(new Problem("defaultRegion", "Enter the two letters of a country, such as US."));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    /** @throws InvalidInputException naming what a sync can't do without and is missing */
    public void checkComplete(Integration integration) {
        List<Problem> problems = new ArrayList<>();
        var signIn = integration.getSignIn();
        if (signIn.getAuthMethod() != AuthMethod.CLIENT_CREDENTIALS) {
            text(problems, "login", signIn.getLogin(), 255, true);
        }
        text(problems, "apiHost", signIn.getApiHost(), 255, true);
        if (signIn.getAuthMethod() != AuthMethod.PASSWORD) {
            text(problems, "clientId", signIn.getClientId(), 1000, true);
        }
        switch (signIn.getAuthMethod()) {
            case PASSWORD ->
                secret(problems, "password", signIn.getPassword(), "Enter the password of the Salesforce user.");
            case CLIENT_CREDENTIALS ->
                secret(problems, "clientSecret", signIn.getClientSecret(), "Enter the consumer secret of the app.");
            case JWT_BEARER ->
                secret(problems, "privateKey", signIn.getPrivateKey(), "Enter the private key of the app.");
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    private static void secret(List<Problem> problems, String field, String value, String message) {
        if (value == null || value.isBlank()) {
            problems.add(new Problem(field, message));
        }
    }

    private static void signIn(List<Problem> problems, SalesforceSignIn signIn) {
        text(problems, "login", signIn.getLogin(), 255, false);
        text(problems, "clientId", signIn.getClientId(), 1000, false);
        if (signIn.getPrivateKey() != null && !signIn.getPrivateKey().isBlank()) {
            PrivateKeyText.problem(signIn.getPrivateKey())
                    .ifPresent(problem -> problems.add(new Problem("privateKey", problem)));
        }
        if (signIn.getAuthMethod() == AuthMethod.CLIENT_CREDENTIALS && SIGN_IN_HOSTS.contains(signIn.getApiHost())) {
            problems.add(new Problem(
                    "apiHost",
                    "An app with a consumer secret signs in at your organisation's own host, such as"
                            + " yourname.my.salesforce.com."));
        }
    }

    private void host(List<Problem> problems, Integration integration) {
        String host = integration.getSignIn().getApiHost();
        if (host != null && !host.isBlank() && hosts.base(host).isEmpty()) {
            problems.add(
                    new Problem(
                            "apiHost",
                            "\"" + host + "\" is not a Salesforce host. It looks like yourname.my.salesforce.com."
                                    + " Other hosts are possible only when the operator lists them in SALESFORCE_ALLOWED_HOSTS."));
        }
    }

    private void exportUrl(List<Problem> problems, Integration integration) {
        String url = integration.getCustomExportUrl();
        if (url == null || url.isBlank()) {
            return;
        }
        URI address;
        try {
            address = new URI(url.trim());
        } catch (URISyntaxException e) {
            problems.add(new Problem("customExportUrl", "This is not a web address."));
            return;
        }
        String host = Optional.ofNullable(integration.getSignIn().getApiHost()).orElse("");
        if (!url.trim().toLowerCase(Locale.ROOT).endsWith(EXPORT_END)) {
            problems.add(new Problem("customExportUrl", "The Custom Export URL must end in \"=CSV\"."));
        } else if (!hosts.allows(address)) {
            problems.add(new Problem(
                    "customExportUrl", "The Custom Export URL must begin with https:// and lead to Salesforce."));
        } else if (!host.equalsIgnoreCase(address.getAuthority()) && !SIGN_IN_HOSTS.contains(host)) {
            problems.add(new Problem(
                    "customExportUrl", "The Custom Export URL must lead to the same host as the API host name."));
        }
    }

    private static void zone(List<Problem> problems, String zone) {
        try {
            ZoneId.of(zone == null ? "" : zone);
        } catch (DateTimeException e) {
            problems.add(new Problem("timeZone", "There is no time zone \"" + zone + "\"."));
        }
    }

    private static void text(List<Problem> problems, String field, String value, int most, boolean needed) {
        if (needed && (value == null || value.isBlank())) {
            problems.add(new Problem(field, "This can't be empty."));
        } else if (value != null && value.length() > most) {
            problems.add(new Problem(field, "This can have at most " + most + " characters."));
        }
    }

    /** API names go into queries: only what Salesforce allows in a name is let through. */
    static void apiName(List<Problem> problems, String field, String name) {
        if (name == null || !name.matches("[A-Za-z]\\w{0,79}")) {
            problems.add(new Problem(
                    field, "\"" + name + "\" can't be an API field name: those have letters, digits and underscores."));
        }
    }
}
