package org.mobiledatasync.integration.entity;

/**
 * How the server signs in to Salesforce.
 */
public enum AuthMethod {
    /** Login, password and security token, by SOAP. */
    PASSWORD
}
