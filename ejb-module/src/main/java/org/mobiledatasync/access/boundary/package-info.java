/**
 * Who may use the server, and what they changed.
 *
 * <ol>
 *   <li>{@link org.mobiledatasync.access.boundary.SignInService}: five wrong passwords in a row lock a login for fifteen
 *       minutes; neither a refusal nor the lock tells whether the login exists. Who changes the own password proves the
 *       current one under the same rule.
 *   <li>{@link org.mobiledatasync.access.boundary.UserService}: users with the
 *       {@link org.mobiledatasync.access.boundary.Roles} of administrators, operators and viewers; there is always an
 *       active administrator (S3).
 *   <li>{@link org.mobiledatasync.access.boundary.ApiTokenService}: tokens for programs; a token is shown once.
 *   <li>{@link org.mobiledatasync.access.boundary.AuditLog}: features record here what people change.
 * </ol>
 *
 * Out of scope: pages, cookies and HTTP, which are in {@code access.web}.
 */
package org.mobiledatasync.access.boundary;
