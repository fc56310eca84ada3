/**
 * Keeps the Daily API Quota (R6, S22).
 *
 * <ol>
 *   <li>One record read or written through the API is one request; calls that move none are counted apart (R6.1).
 *   <li>The day is the integration's, in its time zone (R6.2).
 *   <li>Requests are reserved in the database before the call, over all servers; what was not used is given back (R6.3).
 *   <li>A share is kept for opt-outs; the total never exceeds the quota (R6.5).
 *   <li>What waits is told beforehand: {@link org.mobiledatasync.quota.control.Forecast}.
 * </ol>
 */
package org.mobiledatasync.quota.control;
