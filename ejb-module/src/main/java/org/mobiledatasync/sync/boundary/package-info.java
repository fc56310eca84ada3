/**
 * Runs and their report, as people and programs ask for them (R7.5, R8.3, S23), the test of a connection, which needs the
 * same reading of Salesforce as a run, previews of the nightly sync
 * ({@link org.mobiledatasync.sync.boundary.PreviewService}, ADR 15), and the repair of what a run left to a person:
 * <ol>
 *   <li>{@link org.mobiledatasync.sync.boundary.ConnectionTest}: what a sync would find, and the API field names for who
 *       enters a mapping (S13). Its calls count like those of a sync (R6.1).
 *   <li>{@link org.mobiledatasync.sync.boundary.ActivationService}: tests what is about to be activated, and refuses it with
 *       what to repair (S14).
 *   <li>{@link org.mobiledatasync.sync.boundary.FieldConflictService}: whose value wins, per field of a pair (R3.6).
 *   <li>{@link org.mobiledatasync.sync.boundary.MatchService}: which contact a number belongs to (R1.4, R1.5).
 * </ol>
 */
package org.mobiledatasync.sync.boundary;
