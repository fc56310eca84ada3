package org.mobiledatasync.integration.entity;

/**
 * How the server signs in to Salesforce.
 */
public enum AuthMethod {
    /** Login, password and security token, by SOAP. */
    PASSWORD,
    /** Consumer key and consumer secret of an app, which acts as the user that Salesforce has for it. */
    CLIENT_CREDENTIALS,
    /** A request for a login, signed with the private key whose certificate an app of Salesforce has. */
    JWT_BEARER
}
