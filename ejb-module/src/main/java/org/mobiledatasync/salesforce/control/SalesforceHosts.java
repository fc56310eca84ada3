package org.mobiledatasync.salesforce.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mobiledatasync.platform.control.Settings;

/**
 * The only hosts that the server connects to on behalf of an integration: Salesforce's own domains by https, and what
 * the operator lists in {@code SALESFORCE_ALLOWED_HOSTS} as {@code scheme://host:port}. Anything else would let an
 * administrator's form reach into the operator's network.
 */
@ApplicationScoped
public class SalesforceHosts {
    private static final Pattern OWN_DOMAINS = Pattern.compile("([a-z0-9-]+\\.)+(salesforce|force)\\.com");

    private final List<URI> allowed;

    public SalesforceHosts() {
        this(Settings.SALESFORCE_ALLOWED_HOSTS.list());
    }

    /** @param allowed further hosts, each as {@code scheme://host:port}; an entry without scheme allows nothing */
    public SalesforceHosts(List<String> allowed) {
        this.allowed = allowed.stream()
                .map(entry -> URI.create(entry.toLowerCase(Locale.ROOT)))
                .filter(entry -> entry.getAuthority() != null)
                .toList();
    }

    /**
     * @param apiHost a host name, with a port if need be, without scheme
     * @return where its calls go; empty when connecting there is not allowed
     */
    public Optional<URI> base(String apiHost) {
        String host = apiHost == null ? "" : apiHost.trim().toLowerCase(Locale.ROOT);
        Optional<URI> listed =
                allowed.stream().filter(uri -> uri.getAuthority().equals(host)).findFirst();
        if (listed.isPresent()) {
            return listed.map(uri -> URI.create(uri.getScheme() + "://" + host));
        }
        return OWN_DOMAINS.matcher(host).matches() ? Optional.of(URI.create("https://" + host)) : Optional.empty();
    }

    /**
     * Where the calls of a session go, as the sign-in said.
     *
     * @throws SalesforceFault HOST_UNKNOWN when that is not allowed
     */
    URI instance(String address) {
        try {
            URI instance = new URI(address).resolve("/");
            if (allows(instance)) {
                return instance;
            }
            throw SalesforceFault.of(FaultCode.HOST_UNKNOWN, instance.getAuthority() + " is not a Salesforce host");
        } catch (URISyntaxException e) {
            throw SalesforceFault.of(FaultCode.HOST_UNKNOWN, "the sign-in leads to something that is not an address");
        }
    }

    /** The sign-in server that a signed request at this host is meant for: Salesforce has one for all sandboxes. */
    URI audience(URI host) {
        String name = host.getAuthority();
        if (!OWN_DOMAINS.matcher(name).matches()) {
            return host;
        }
        boolean sandbox = name.equals("test.salesforce.com") || name.contains("--") || name.contains(".sandbox.");
        return URI.create(sandbox ? "https://test.salesforce.com" : "https://login.salesforce.com");
    }

    /** Whether a whole address leads to an allowed host by the right scheme. */
    public boolean allows(URI address) {
        return address.getAuthority() != null
                && base(address.getAuthority())
                        .filter(uri -> uri.getScheme().equalsIgnoreCase(address.getScheme()))
                        .isPresent();
    }
}
