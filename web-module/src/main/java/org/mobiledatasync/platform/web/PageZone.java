package org.mobiledatasync.platform.web;

import java.time.ZoneId;

/** Tells in which time zone pages show times that belong to no certain integration. */
public interface PageZone {

    /** The same during a request. */
    ZoneId zone();
}
