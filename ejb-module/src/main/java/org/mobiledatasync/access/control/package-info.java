/**
 * The first administrator, passwords, and who asks.
 *
 * <ul>
 *   <li>{@link org.mobiledatasync.access.control.FirstAdministrator}: an empty system gets the user {@code admin}.
 *   <li>{@link org.mobiledatasync.access.control.Passwords}: what a password must be, and its hash.
 *   <li>{@link org.mobiledatasync.access.control.UnknownLogins}: a login that nobody has is locked like any other.
 * </ul>
 */
package org.mobiledatasync.access.control;
