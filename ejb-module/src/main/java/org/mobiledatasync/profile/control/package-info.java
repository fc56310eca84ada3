/**
 * Mobile numbers as people type them, and as the key of a profile: E.164 (R1.1, S4).
 *
 * <p>A number that is typed without a country code, in a form, a search or a file, is one of the first integration's
 * country ({@link org.mobiledatasync.profile.control.DefaultRegion}).
 *
 * <p>{@link org.mobiledatasync.profile.control.SignUpLedger} holds the transactions of people who join and leave by a form.
 *
 * <p>What counts as a mobile number is libphonenumber's word; nothing here knows numbers by itself.
 */
package org.mobiledatasync.profile.control;
