/**
 * The frame around every page, and what is not a page of a feature.
 *
 * <ul>
 *   <li>{@code /WEB-INF/templates/page.xhtml}: the frame with menu, title and messages.
 *   <li>{@link org.mobiledatasync.platform.web.BusinessExceptionHandler}: what is not possible is said on the same page.
 *       After a lost update, {@code mds:lostUpdate} offers to save all the same.
 *   <li>{@link org.mobiledatasync.platform.web.PublicFormsLimit}: forms that need no sign-in, so many a minute.
 *   <li>{@link org.mobiledatasync.platform.web.SecurityHeaders}: what browsers may do with our pages.
 *   <li>{@link org.mobiledatasync.platform.web.Language}: pages speak English and Spanish, dates and numbers included.
 *   <li>{@link org.mobiledatasync.platform.web.Phrases}: what the inner layers say, translated where it is shown.
 *   <li>{@link org.mobiledatasync.platform.web.DatabaseCheck}: {@code /health/ready}.
 * </ul>
 */
package org.mobiledatasync.platform.web;
