/**
 * One configured connection to one CRM: how to reach it, what to move, when (S1, S2, S5, S11, S22).
 *
 * <p>Secrets are encrypted at rest and never leave the server.
 */
package org.mobiledatasync.integration.entity;
