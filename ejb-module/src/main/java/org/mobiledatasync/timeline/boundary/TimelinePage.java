package org.mobiledatasync.timeline.boundary;

import java.util.List;

/**
 * A part of a time line, newest first.
 *
 * @param quietSince the syncs that met the profile without a change since the newest entry; null for none, and on every
 *     page but the first
 * @param total how many entries there are on all pages
 */
public record TimelinePage(List<TimelineEntry> entries, TimelineEntry.Quiet quietSince, long total) {}
