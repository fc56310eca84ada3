/**
 * Who may be texted, and the proof of it.
 *
 * <p>{@link org.mobiledatasync.consent.entity.ConsentEvent} is append-only (R4.8).
 * {@link org.mobiledatasync.consent.entity.Suppression} is keyed by number and outlives the profile.
 */
package org.mobiledatasync.consent.entity;
