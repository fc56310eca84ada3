/**
 * A stateful Salesforce organisation on the loopback address, for the demo, the tests and the benchmarks. It shares
 * no code with the product's Salesforce client, so that the two are not wrong together; clients that others wrote
 * judge it.
 *
 * <h2>What it serves</h2>
 * <ul>
 *   <li>{@code POST /services/Soap/u/{version}[/{orgId}]}: the partner API: {@code login} up to version 64.0;
 *       {@code create}, {@code update}, {@code delete}, {@code query}, {@code queryAll}, {@code queryMore} with the
 *       session it opened.
 *   <li>{@code POST /services/oauth2/token}: client credentials and JWT bearer, the signature checked.
 *   <li>{@code /services/data/}: versions, {@code /limits}, {@code /sobjects/Contact/describe}, {@code /query} and
 *       {@code /queryAll} with their pages, single contacts, upsert by external id, Collections of up to 200 records.
 *   <li>{@code GET /00O000000000001?export=1&enc=UTF-8&xf=csv}: the report's CSV export, with the session in the
 *       {@code sid} cookie.
 *   <li>{@code /control/}: what tests and the demo do to the organisation, see the README of the module.
 * </ul>
 *
 * <h2>What it promises</h2>
 * <ul>
 *   <li>Whatever was written can be read back by every face of it; a failed write changes nothing.
 *   <li>Any number of callers may use it at once; a report or a query shows one moment.
 *   <li>Faults strike when and as often as ordered, before or after a write took effect, also as a closed connection.
 *   <li>Where the answer of the real Salesforce is not documented, the type in question says what it chose.
 * </ul>
 *
 * <p>Out of scope: OAuth, Bulk API, Composite, objects other than Contact, sharing and field permissions.
 */
package org.mobiledatasync.simulator;
