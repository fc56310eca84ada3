package org.mobiledatasync.salesforce.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Signs in by whatever method an account has credentials for. */
@ApplicationScoped
public class SignInMethods {
    private SoapSignIn soap;
    private OAuthSignIn oauth;

    protected SignInMethods() {}

    @Inject
    public SignInMethods(SoapSignIn soap, OAuthSignIn oauth) {
        this.soap = soap;
        this.oauth = oauth;
    }

    /** @throws SalesforceFault when Salesforce refuses, or something is missing, with what a person can do */
    public SalesforceSession signIn(SalesforceAccount account, CallCounter counter) {
        SalesforceCredentials credentials = account.credentials();
        credentials.missing().ifPresent(missing -> {
            throw SalesforceFault.of(FaultCode.SIGN_IN_INCOMPLETE, "missing: " + missing);
        });
        if (credentials instanceof SalesforceCredentials.Password password) {
            return soap.signIn(account.host(), password, counter);
        } else if (credentials instanceof SalesforceCredentials.ClientCredentials client) {
            return oauth.signIn(account.host(), client, counter);
        } else if (credentials instanceof SalesforceCredentials.JwtBearer jwt) {
            return oauth.signIn(account.host(), jwt, counter);
        }
        throw new IllegalStateException("no sign-in for " + credentials);
    }
}
