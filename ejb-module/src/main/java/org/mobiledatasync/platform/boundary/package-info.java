/**
 * What this server is and whether it is well: {@link org.mobiledatasync.platform.boundary.SystemService} for the System
 * page and the health check; and how often forms that need no sign-in may be sent:
 * {@link org.mobiledatasync.platform.boundary.PublicForms}.
 */
package org.mobiledatasync.platform.boundary;
