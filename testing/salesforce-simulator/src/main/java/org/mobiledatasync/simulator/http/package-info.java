/**
 * Requests and answers: what came over the wire, what goes back, in which form an error is told. The server is the
 * one of the JDK; the answers are values, so that a fault can put another one in their place after a call took
 * effect.
 */
package org.mobiledatasync.simulator.http;
