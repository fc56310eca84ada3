package org.mobiledatasync.integration.web;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mobiledatasync.sync.boundary.ApiFieldNames;
import org.mobiledatasync.sync.boundary.ConnectionTest;

/**
 * The API field names of each organisation, asked for once per signed-in person: it costs a call, and where the sign-in
 * to Salesforce is refused, a second try would bring the user nearer to being locked out.
 */
@SessionScoped
public class ContactFieldNames implements Serializable {
    private final Map<Long, Optional<ApiFieldNames>> known = new ConcurrentHashMap<>();

    @Inject
    private transient ConnectionTest salesforce;

    /** Empty when Salesforce could not be asked. */
    Optional<ApiFieldNames> of(long integrationId) {
        return known.computeIfAbsent(integrationId, salesforce::findApiFieldNames);
    }

    /** What is known by now, without a call. */
    Optional<ApiFieldNames> alreadyOf(long integrationId) {
        return known.getOrDefault(integrationId, Optional.empty());
    }

    /** Asks anew: somebody may have made a field in Salesforce meanwhile. */
    Optional<ApiFieldNames> renewed(long integrationId) {
        forget(integrationId);
        return of(integrationId);
    }

    void forget(long integrationId) {
        known.remove(integrationId);
    }
}
