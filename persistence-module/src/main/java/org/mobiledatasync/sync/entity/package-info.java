/**
 * What a sync remembers: the links with their bases (R1.8, R3.9), what waits for Salesforce (R5.1), what waits for a person
 * or was decided by one (R1.4, R1.5, R3.6), its runs (R7) and the outcome of every record (R8); and the last preview and
 * test of each integration.
 */
package org.mobiledatasync.sync.entity;
