/**
 * Finds what happened to one number in what the other features keep: consent events, outcomes of syncs, changes by hand.
 *
 * <p>Stores nothing of its own.
 */
package org.mobiledatasync.timeline.entity;
