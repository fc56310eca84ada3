/**
 * The CSV export of the organisation's one report, by its address, as a classic report prints it. It is written as it
 * is read, so that a million rows need no memory of their own.
 *
 * <p>A report file can be loaded as the organisation's contacts. It comes back byte for byte until a write changes a
 * contact; then the written cells show the contact, all others the file. Rows whose id is none of a Contact are
 * printed as they are; they are no contacts. The file must end its rows with LF and quote every value.
 */
package org.mobiledatasync.simulator.report;
