/**
 * Opt-ins and opt-outs of one person by hand or by API call, and the history of a number's consent (R4).
 *
 * <p>Operators and administrators change consent, everybody who is signed in reads it; every change by hand is in the
 * audit log too. The rules themselves are in {@code consent.control}.
 */
package org.mobiledatasync.consent.boundary;
