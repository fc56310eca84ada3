/**
 * Keeps the Daily API Quota (R6, S22).
 *
 * <ol>
 *   <li>One record read or written through the API is one request; calls that move none are counted apart (R6.1).
 *   <li>The day is the integration's, in its time zone (R6.2).
 *   <li>Requests are reserved in the database before the call, over all servers; what was not used is given back (R6.3):
 *       all of them when the call never left, when Salesforce refused it as a whole, and when a read failed. They stay
 *       spent when a write may have had an effect: its answer was lost, or something answered in Salesforce's place. So an
 *       outage of Salesforce leaves the day's quota as it was.
 *   <li>A share is kept for opt-outs; the total never exceeds the quota (R6.5).
 *   <li>What waits is told beforehand: {@link org.mobiledatasync.quota.control.Forecast}.
 * </ol>
 */
package org.mobiledatasync.quota.control;
