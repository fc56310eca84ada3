/**
 * "Why?": all that happened to one number, in one line of time.
 *
 * <ol>
 *   <li>{@link org.mobiledatasync.timeline.boundary.TimelineService} lists, newest first and page by page: every change of
 *       consent with source and evidence (R4.8), every outcome of a sync with its reason and both sides' values (R8), every
 *       value that a person changed and every question that a person decided.
 *   <li>What a sync met and left as it was stands between the entries as a number of syncs and a span of time.
 *   <li>What happened to an earlier profile of the number belongs to its time line, except that profile's syncs.
 * </ol>
 *
 * <p>Out of scope: details of syncs past their time (R8.3), texts.
 */
package org.mobiledatasync.timeline.boundary;
