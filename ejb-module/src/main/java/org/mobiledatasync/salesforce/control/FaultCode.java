package org.mobiledatasync.salesforce.control;

import java.util.Locale;

/** What Salesforce's codes mean to us: whether trying again helps, and what a person can do. */
public enum FaultCode {
    INVALID_LOGIN(
            Remedy.SIGN_IN,
            "Salesforce refused the sign-in: login, password or security token is wrong, or the user is locked out."
                    + " Check all three in the configuration; a new password also makes a new security token necessary."),
    LOGIN_MUST_USE_SECURITY_TOKEN(
            Remedy.SIGN_IN,
            "The security token is missing or out of date. Reset it in Salesforce and enter the new one."),
    LOGIN_CHALLENGE_ISSUED(Remedy.SIGN_IN, "Salesforce asks for a security token from this address."),
    LOGIN_CHALLENGE_PENDING(Remedy.SIGN_IN, "Salesforce asks for a security token from this address."),
    LOGIN_DURING_RESTRICTED_DOMAIN(Remedy.SIGN_IN, "This server's address is outside the user's allowed IP range."),
    LOGIN_DURING_RESTRICTED_TIME(Remedy.SIGN_IN, "The user may not sign in at this hour."),
    PASSWORD_LOCKOUT(Remedy.SIGN_IN, "The user is locked out after too many attempts. Unlock it in Salesforce."),
    INVALID_OPERATION_WITH_EXPIRED_PASSWORD(
            Remedy.SIGN_IN, "The user's password has expired. Set a new one in Salesforce and enter it here."),
    API_DISABLED_FOR_ORG(Remedy.SIGN_IN, "This Salesforce edition or user has no API access."),
    ORG_LOCKED(Remedy.SIGN_IN, "The Salesforce organisation is locked."),
    TRIAL_EXPIRED(Remedy.SIGN_IN, "The Salesforce trial has ended."),
    INACTIVE_OWNER_OR_USER(Remedy.SIGN_IN, "The Salesforce user is inactive."),
    ORG_NOT_OWNED_BY_INSTANCE(Remedy.SIGN_IN, "The API host name belongs to another organisation."),
    INVALID_SSO_GATEWAY_URL(Remedy.SIGN_IN, "The user signs in by single sign-on. Use a user with its own password."),
    SSO_SERVICE_DOWN(Remedy.SIGN_IN, "The user signs in by single sign-on. Use a user with its own password."),
    UNSUPPORTED_API_VERSION(Remedy.SIGN_IN, "Salesforce no longer offers the API version that this server uses."),
    INVALID_OPERATION(Remedy.SIGN_IN, "Sign-in with login and password is switched off in this organisation."),
    INSUFFICIENT_ACCESS(Remedy.SIGN_IN, "The user lacks a permission, such as \"Use Any API Auth\"."),
    INVALID_SESSION_ID(Remedy.SIGN_IN, "Salesforce ended the session."),
    SIGN_IN_INCOMPLETE(Remedy.SIGN_IN, "The sign-in is not complete. Open the configuration and fill it in."),

    INVALID_GRANT(
            Remedy.SIGN_IN,
            "Salesforce refused the app's sign-in: it may not act for this user. Check in Salesforce that the app is"
                    + " approved for the user, that the user is active and, for a sign-in with a private key, that the"
                    + " login is right and this server's clock too."),
    INVALID_CLIENT(
            Remedy.SIGN_IN,
            "Salesforce refused the app's sign-in: the consumer secret does not belong to the consumer key. Copy both"
                    + " from the app in Salesforce."),
    INVALID_CLIENT_ID(
            Remedy.SIGN_IN,
            "Salesforce does not know the consumer key. Copy it from the app in Salesforce, and check that the API host"
                    + " name is that of the same organisation. A new app needs some minutes before it can be used."),
    INVALID_APP_ACCESS(
            Remedy.SIGN_IN, "The user has not been given the app. Assign it to the user's profile or permission set."),
    UNSUPPORTED_GRANT_TYPE(
            Remedy.SIGN_IN,
            "The app does not offer this way to sign in. Switch the flow on in the app in Salesforce, or choose another"
                    + " sign-in method."),
    INACTIVE_USER(Remedy.SIGN_IN, "The Salesforce user is inactive."),
    INACTIVE_ORG(Remedy.SIGN_IN, "The Salesforce organisation is locked or closed."),

    INVALID_FIELD(Remedy.CONFIGURATION, "A mapped API field name does not exist in Salesforce. Correct the mapping."),
    INVALID_FIELD_FOR_INSERT_UPDATE(Remedy.CONFIGURATION, "The user may not write a mapped field in Salesforce."),
    MALFORMED_QUERY(Remedy.CONFIGURATION, "Salesforce could not read a question made of the mapped field names."),
    NOT_THE_EXPORT(Remedy.CONFIGURATION, "The Custom Export URL did not give the export."),
    PATH_RULE_WITHOUT_COLUMN(
            Remedy.CONFIGURATION,
            "An opt-in path rule looks at a column that the export does not have, or has twice. Correct the opt-in path"
                    + " rules or the report."),
    HOST_UNKNOWN(Remedy.CONFIGURATION, "The API host name can't be reached. Check it."),

    REQUEST_LIMIT_EXCEEDED(
            Remedy.LIMIT, "Salesforce's own limit of API calls is used up. It frees up within 24 hours."),
    RATE_LIMIT_EXCEEDED(Remedy.LIMIT, "Too many sign-ins within an hour. Salesforce lets the user in again later."),
    EXCEEDED_QUOTA(Remedy.LIMIT, "Salesforce's own limit is used up."),

    API_CURRENTLY_DISABLED(Remedy.RETRY, "Salesforce's API is down for the moment."),
    SERVER_UNAVAILABLE(Remedy.RETRY, "Salesforce is too busy for the moment."),
    UNKNOWN_EXCEPTION(Remedy.RETRY, "Salesforce had a fault of its own."),
    QUERY_TIMEOUT(Remedy.RETRY, "Salesforce took too long."),
    UNABLE_TO_LOCK_ROW(Remedy.RETRY, "Somebody else is changing the same record in Salesforce."),
    GATEWAY(Remedy.RETRY, "Salesforce's gateway answered in its place."),
    NO_CONNECTION(Remedy.RETRY, "Salesforce can't be reached."),
    ANSWER_LOST(Remedy.RETRY, "The connection to Salesforce broke before the answer came."),

    ENTITY_IS_DELETED(Remedy.RECORD, "The contact was deleted in Salesforce."),
    INVALID_CROSS_REFERENCE_KEY(Remedy.RECORD, "Salesforce has nothing under that id."),
    NOT_FOUND(Remedy.RECORD, "Salesforce has nothing under that address."),
    /** Several contacts carry the same external id: what a single upsert answers, and a row of several. */
    MULTIPLE_CHOICES(Remedy.RECORD, "More than one contact carries the same external id."),
    DUPLICATE_EXTERNAL_ID(Remedy.RECORD, "More than one contact carries the same external id."),
    /** Everything else: a word about that record only. */
    OTHER(Remedy.RECORD, "Salesforce refused.");

    /** What can help. */
    public enum Remedy {
        /** A person must mend the sign-in; trying again would lock the user out. */
        SIGN_IN,
        /** A person must mend the configuration. */
        CONFIGURATION,
        /** Waiting for Salesforce's own limit. */
        LIMIT,
        /** Trying again after a while. */
        RETRY,
        /** Nothing that concerns more than that record. */
        RECORD
    }

    private final Remedy remedy;
    private final String advice;

    FaultCode(Remedy remedy, String advice) {
        this.remedy = remedy;
        this.advice = advice;
    }

    public Remedy remedy() {
        return remedy;
    }

    /** One or two sentences for an administrator. */
    public String advice() {
        return advice;
    }

    /** Whether it may mean that the contact is no more: deleted, merged away, or out of the user's sight. */
    public boolean isGone() {
        return this == ENTITY_IS_DELETED || this == INVALID_CROSS_REFERENCE_KEY || this == NOT_FOUND;
    }

    /**
     * Whether it is Salesforce's word that it did nothing of the call; the others leave that open. A code that we do not
     * know is one too: a fault of Salesforce's own, with a status of 500 or more, is {@link #UNKNOWN_EXCEPTION}.
     */
    public boolean isRefusal() {
        return switch (this) {
            case UNKNOWN_EXCEPTION, GATEWAY, NO_CONNECTION, ANSWER_LOST -> false;
            default -> true;
        };
    }

    /** Reads a code of Salesforce, with or without its namespace prefix; unknown ones are {@link #OTHER}. */
    public static FaultCode of(String code) {
        String name = code.substring(code.indexOf(':') + 1).trim().toUpperCase(Locale.ROOT);
        for (FaultCode known : values()) {
            if (known.name().equals(name)) {
                return known;
            }
        }
        return OTHER;
    }
}
