/**
 * The sync engine.
 *
 * <p>The pure heart, plain Java over values, says what the rules say:
 * <ol>
 *   <li>{@link org.mobiledatasync.sync.control.Matcher}: which profile a record of Salesforce belongs to (R1).
 *   <li>{@link org.mobiledatasync.sync.control.FieldMerge}: what moves between the two, field by field (R3).
 *   <li>{@link org.mobiledatasync.sync.control.ConsentMerge}: what becomes of consent (R4).
 *   <li>{@link org.mobiledatasync.sync.control.RecordDecision}: all of it for one record, with its outcome (R2, R8).
 * </ol>
 *
 * <p>Around it the two syncs, each a loop of read (short transaction), call (no transaction), record (short transaction,
 * fenced) (R7.1, R7.2):
 * <ol>
 *   <li>{@link org.mobiledatasync.sync.control.NightlySync}: downloads the export, decides record by record, sends what
 *       Salesforce must take.
 *   <li>{@link org.mobiledatasync.sync.control.FiveMinuteSync}: sends opt-ins and opt-outs (R5).
 * </ol>
 *
 * <p>{@link org.mobiledatasync.sync.control.NightlyPreview} takes the export through the same decision and writes nothing
 * (ADR 15).
 *
 * <p>What a write or a read by id does not find is followed by {@link org.mobiledatasync.sync.control.GoneContacts}: pairs
 * move to what their contact was merged into, or end ({@link org.mobiledatasync.sync.control.GoneDecision}, ADR 7).
 *
 * <p>A decision that may be old by the time it is sent is checked by
 * {@link org.mobiledatasync.sync.control.OvertakenUpdates}.
 *
 * <p>What it leaves to a person, {@link org.mobiledatasync.sync.control.OpenQuestions} keeps; what a person decided,
 * {@link org.mobiledatasync.sync.control.Decisions} brings to the heart (R1.4, R1.5, R3.6).
 *
 * <p>The exports that they read are people's data, which {@link org.mobiledatasync.sync.control.Spool} keeps no longer than
 * that.
 *
 * <p>Every record that a run saw ends in exactly one outcome; {@link org.mobiledatasync.sync.control.RunLedger} closes
 * the balance (R8.1).
 */
package org.mobiledatasync.sync.control;
