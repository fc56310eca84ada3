/**
 * Consent: who may be texted. The only writer of subscriptions, profile statuses and suppressions.
 *
 * <ol>
 *   <li>An opt-out always wins: without fresh evidence from the person nothing makes an opted-out or suppressed number
 *       active again; a refused attempt is an event of its own (R4.1).
 *   <li>One subscription per profile and campaign, for ever; the CRM gives none to a current or former member (R4.5).
 *   <li>A double opt-in path makes the subscription Pending and asks; the Welcome message waits for the answer (R4.5).
 *   <li>The Welcome message goes out once, outside the quiet hours (R4.6).
 *   <li>Every change raises the profile's version, so that nobody who had read the person before overtakes it;
 *       {@link org.mobiledatasync.consent.control.ConsentLedger} holds the transactions of people's own changes, which are
 *       done again when they lose (ADR 17).
 *   <li>Every change is an append-only event (R4.8), and becomes an outbound change in the same transaction (R5.1),
 *       through {@link org.mobiledatasync.consent.control.ConsentChanges}.
 * </ol>
 *
 * <p>Out of scope: reading incoming texts.
 */
package org.mobiledatasync.consent.control;
