/**
 * What the syncs do and did, as people see it (S23, R8): their state on the Data Sync home, the test of the connection, and
 * the Synchronization Report.
 *
 * <ol>
 *   <li>{@link org.mobiledatasync.sync.web.SyncActivityBacking}: running and last runs, run now, stop (R7.5).
 *   <li>{@link org.mobiledatasync.sync.web.ProblemsBacking}: what needs a person, each with the page of its repair.
 *   <li>{@link org.mobiledatasync.sync.web.NightsBacking}: the last 14 nights as a chart and a table.
 *   <li>{@link org.mobiledatasync.sync.web.PreviewBacking}: what the nightly sync would do, with nothing written.
 *   <li>{@link org.mobiledatasync.sync.web.ReportBacking}: the runs, newest first.
 *   <li>{@link org.mobiledatasync.sync.web.RunBacking}: the Synchronization Summary, with every class and the balance
 *       (R8.1).
 *   <li>{@link org.mobiledatasync.sync.web.RunDetailsBacking}: the Synchronization Details, narrowed, page by page, and as
 *       CSV (R8.3). What they are narrowed to is part of the address.
 *   <li>{@link org.mobiledatasync.sync.web.ConflictsBacking}: people in conflict, and whose value is to win (R3.6).
 *   <li>{@link org.mobiledatasync.sync.web.MatchesBacking}: numbers that several contacts claim, and whose they are (R1.4,
 *       R1.5).
 * </ol>
 *
 * <p>Everybody reads; operators run, stop, test and decide.
 */
package org.mobiledatasync.sync.web;
