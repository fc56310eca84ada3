package org.mobiledatasync.salesforce.control;

import java.net.URI;

/**
 * A sign-in that Salesforce accepts until it ends it.
 *
 * @param instance where all further calls go
 * @param id the session id: a secret
 */
public record SalesforceSession(URI instance, String id) {

    @Override
    public String toString() {
        return "SalesforceSession[instance=" + instance + "]";
    }
}
