/**
 * The frame around every page, and what is not a page of a feature: the System page, error pages, health.
 *
 * <ul>
 *   <li>{@link org.mobiledatasync.platform.web.DatabaseCheck}: {@code /health/ready}.
 * </ul>
 */
package org.mobiledatasync.platform.web;
