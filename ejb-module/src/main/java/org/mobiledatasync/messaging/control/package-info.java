/**
 * Texts to people: queued with the consent that they follow from, sent later, each at most once.
 *
 * <ol>
 *   <li>{@link org.mobiledatasync.messaging.control.Outbox} queues in the caller's transaction; the Welcome message of a
 *       path goes to a person once (R4.6).
 *   <li>{@link org.mobiledatasync.messaging.control.OutboxDrain} sends what is due, outside any transaction (R7.2); the
 *       scheduler calls it.
 *   <li>{@link org.mobiledatasync.messaging.control.SendingConsent} is asked in the moment of sending: who opted out
 *       meanwhile gets nothing (R4.1). {@link org.mobiledatasync.messaging.control.QuietHours} too (R4.6).
 *   <li>A text whose server stopped while sending is never sent again; it stays in the list as unknown.
 *   <li>{@link org.mobiledatasync.messaging.control.SmsGateway} is the port; the driver that comes with the server only
 *       writes to the log.
 * </ol>
 *
 * <p>Out of scope: incoming texts and broadcasts.
 */
package org.mobiledatasync.messaging.control;
