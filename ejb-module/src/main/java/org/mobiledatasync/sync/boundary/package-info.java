/**
 * Runs and their report, as people and programs ask for them (R7.5, R8.3, S23), and the test of a connection, which needs
 * the same reading of Salesforce as a run.
 */
package org.mobiledatasync.sync.boundary;
