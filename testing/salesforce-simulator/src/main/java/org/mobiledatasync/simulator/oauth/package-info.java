/**
 * {@code POST /services/oauth2/token}: an app signs in by client credentials or by a signed request (JWT bearer), and is
 * refused in Salesforce's words. The access token is a session like that of a login.
 *
 * <p>Of an assertion everything is looked at that Salesforce looks at: algorithm, signature, app, user, audience, end.
 */
package org.mobiledatasync.simulator.oauth;
