/**
 * Who may use the server, and what they changed.
 *
 * <ul>
 *   <li>{@link org.mobiledatasync.access.entity.User}: a person who signs in, with a
 *       {@link org.mobiledatasync.access.entity.Role}. Five wrong passwords in a row lock it for fifteen minutes.
 * </ul>
 *
 * Out of scope: checking passwords, which is the work of {@code access.boundary}.
 */
package org.mobiledatasync.access.entity;
