/**
 * The partner API: login, and what a client needs to work with contacts. Faults are HTTP 500. Documents with a
 * DOCTYPE are refused, so that no entity is ever resolved.
 */
package org.mobiledatasync.simulator.soap;
