/**
 * Profiles as people and programs see them.
 *
 * <ol>
 *   <li>{@link org.mobiledatasync.profile.boundary.ProfileService} makes, changes and deletes them. The key is a mobile
 *       number that nobody else has (R1.1); a change here goes to the CRM with the nightly sync (R3.4).
 *   <li>A new profile of a suppressed number is opted out from the start (R4.1).
 *   <li>An active person who gains an e-mail address becomes exportable: the opt-in is queued for the CRM again (S18).
 *   <li>Deleting keeps every consent event and the suppression, and suppresses whoever had opted out without one (R4.8).
 *   <li>{@link org.mobiledatasync.profile.boundary.SignUpService}: people join and leave by a form on a website, without a
 *       login.
 *   <li>{@link org.mobiledatasync.profile.boundary.ProfileDirectory} lists them, with subscriptions and CRM matches (S20).
 * </ol>
 *
 * <p>Out of scope: changes of consent (consent feature), merging two profiles.
 */
package org.mobiledatasync.profile.boundary;
