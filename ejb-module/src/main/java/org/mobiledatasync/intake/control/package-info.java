/**
 * How a file of people becomes profiles.
 *
 * <p>{@link org.mobiledatasync.intake.control.PeopleFile} reads the file, {@link org.mobiledatasync.intake.control.RowReading}
 * one of its lines, {@link org.mobiledatasync.intake.control.RowDecision} decides about it: pure, both.
 * {@link org.mobiledatasync.intake.control.ImportChunk} works on many at a time, in the transaction of
 * {@link org.mobiledatasync.intake.control.ImportLedger}, step by step for
 * {@link org.mobiledatasync.intake.control.ImportJob}. The rules are listed with the boundary.
 */
package org.mobiledatasync.intake.control;
