/**
 * Signing in, and the pages about users, API tokens and the audit log.
 *
 * <ol>
 *   <li>Pages are for people who signed in on the sign-in page; there is a session, its cookie is HttpOnly and
 *       SameSite=Lax, its id changes at sign-in, and it ends when the password changes, or an hour after the person did
 *       something last; a page that looks for news by itself does not count.
 *   <li>The JSON API takes HTTP Basic or a Bearer token with each request, without a session.
 *   <li>Everything needs a sign-in but the sign-in page, resources, health, OpenAPI and public sign-up forms.
 * </ol>
 */
package org.mobiledatasync.access.web;
