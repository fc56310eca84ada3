/**
 * What this server is and whether it is well: {@link org.mobiledatasync.platform.boundary.SystemService} for the System
 * page and the health check.
 */
package org.mobiledatasync.platform.boundary;
