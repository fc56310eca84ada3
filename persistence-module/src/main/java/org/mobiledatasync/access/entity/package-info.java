/**
 * Who may use the server, and what they changed.
 *
 * <ul>
 *   <li>{@link org.mobiledatasync.access.entity.User}: a person who signs in, with a
 *       {@link org.mobiledatasync.access.entity.Role}. Five wrong passwords in a row lock it for fifteen minutes.
 *   <li>{@link org.mobiledatasync.access.entity.ApiToken}: lets a program use the JSON API in the name of a user.
 *   <li>{@link org.mobiledatasync.access.entity.AuditEntry}: who changed what, when, from, to; secrets as "changed".
 * </ul>
 *
 * Out of scope: checking passwords, which is the work of {@code access.boundary}.
 */
package org.mobiledatasync.access.entity;
