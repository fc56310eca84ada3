/**
 * Takes people in from a CSV file.
 *
 * <ol>
 *   <li>A file is uploaded and its lines are stored; nothing else is, until somebody has seen what would become of them.
 *   <li>Which column is what is guessed from the headings and confirmed by a person. Empty cells never erase; values that
 *       a profile has stay, unless the person lets the file win.
 *   <li>Every line ends in one of created, changed, unchanged, refused, with the reason. A second line of a number is
 *       refused, and a number that is no mobile number (R1.1).
 *   <li>People are subscribed only through a path, with the evidence who obtained the consent, when and where; the source is
 *       IMPORT. That is no fresh evidence: an opted-out or suppressed number stays out, and the attempt is noted (R4.1). A
 *       current or former member gets nothing new (R4.5).
 *   <li>Comparing and carrying out are jobs that work in steps with a cursor: nothing is half-done for a line, and after a
 *       crash they go on where they stopped (as R7.1).
 *   <li>Who imported what is in the audit log, and each profile's time line names the file and the line.
 *   <li>The lines are kept as long as the details of the syncs.
 * </ol>
 *
 * <p>Out of scope: opt-outs from a file, other formats than CSV.
 */
package org.mobiledatasync.intake.boundary;
