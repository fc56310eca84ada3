/**
 * The REST API on Contact. Errors are JSON arrays, whatever their status. Results of Collections come in the order of
 * the request, with {@code statusCode}; the errors of a whole call with {@code errorCode}.
 *
 * <p>Chosen where documents are silent: an unknown field or a value of another JSON type refuses a Collections call
 * whole; more than 200 records are {@code EXCEEDED_ID_LIMIT}; a key that several contacts have fails its row with
 * {@code DUPLICATE_EXTERNAL_ID}; an unknown locator and a batch size out of bounds are 400 and the nearest bound; an
 * address that is too long is 414 with {@code URI_TOO_LONG}.
 */
package org.mobiledatasync.simulator.rest;
