/**
 * Salesforce as we speak to it: sign-in by SOAP at version 64.0, the last that has it, or by OAuth (client credentials,
 * JWT bearer); REST for records; the export by URL.
 *
 * <ol>
 *   <li>Nothing here opens a transaction, and nothing may be called inside one (R7.2).
 *   <li>Every call is counted and limited in time; what hangs is given up.
 *   <li>{@link org.mobiledatasync.salesforce.control.SalesforceFault} says what went wrong and what a person can do;
 *       {@link org.mobiledatasync.salesforce.control.FaultCode} alone decides whether trying again can help.
 *   <li>A create is never repeated here: a lost answer is the caller's to resolve (R5.5).
 *   <li>Only Salesforce's own hosts, and those the operator allows, are ever connected to; redirects are not followed.
 *   <li>A session is kept and used until Salesforce ends it, then made anew once. A refused sign-in
 *       holds for all calls that were under way: each further one would bring the user nearer to being locked out.
 * </ol>
 *
 * <p>Out of scope: Bulk API; OAuth flows in which a person signs in with a browser.
 */
package org.mobiledatasync.salesforce.control;
