/**
 * Start-up and settings.
 *
 * <ol>
 *   <li>{@link org.mobiledatasync.platform.control.ConfigCheck} refuses to start with
 *       {@link org.mobiledatasync.platform.control.Settings} that cannot work, with every reason at once.
 *   <li>{@link org.mobiledatasync.platform.control.SchemaMigrator} brings the database to the newest version; a script
 *       that fails refuses the deployment.
 *   <li>{@link org.mobiledatasync.platform.control.RefusedCalls} keeps the log short where a role does not permit a call.
 *   <li>Other start-up beans follow, by {@code @DependsOn("SchemaMigrator")}.
 * </ol>
 *
 * A reason for not starting is logged as {@code event=refused-to-start}; the start script shows it. Features inject a
 * {@link java.time.Clock} and mask numbers in logs with {@link org.mobiledatasync.platform.control.PhoneMask}.
 */
package org.mobiledatasync.platform.control;
