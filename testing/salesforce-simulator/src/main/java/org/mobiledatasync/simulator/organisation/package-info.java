/**
 * The organisation behind every protocol: its contacts, the rules for writing them, its settings and sessions.
 *
 * <p>Contacts are immutable versions and writes are batches that run alone, so that every reader sees one moment.
 * External ids are not unique: two contacts may carry the same one. Texts compare without case, ids with it. Deleted
 * contacts stay in the bin for ever.
 */
package org.mobiledatasync.simulator.organisation;
