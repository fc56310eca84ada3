/**
 * Mobile numbers as people type them, and as the key of a profile: E.164 (R1.1, S4).
 *
 * <p>What counts as a mobile number is libphonenumber's word; nothing here knows numbers by itself.
 */
package org.mobiledatasync.profile.control;
