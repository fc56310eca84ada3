package org.mobiledatasync.salesforce.control;

import java.net.URI;
import org.mobiledatasync.integration.entity.Integration;

/**
 * How to enter one Salesforce organisation; a copy that is safe to keep outside a transaction.
 *
 * @param integrationId whose account it is
 * @param host where sign-in calls go
 */
public record SalesforceAccount(Long integrationId, URI host, SalesforceCredentials credentials) {

    /** @throws SalesforceFault when the host is not allowed */
    public static SalesforceAccount of(Integration integration, SalesforceHosts hosts) {
        var signIn = integration.getSignIn();
        URI host = hosts.base(signIn.getApiHost())
                .orElseThrow(() ->
                        SalesforceFault.of(FaultCode.HOST_UNKNOWN, signIn.getApiHost() + " is not a Salesforce host"));
        return new SalesforceAccount(integration.getId(), host, SalesforceCredentials.of(signIn));
    }

    @Override
    public String toString() {
        return "SalesforceAccount[integrationId=" + integrationId + ", host=" + host + "]";
    }
}
