/**
 * Benchmarks of the two syncs on a real server: Payara Micro as {@code ./run} starts it, with a heap of 512 MB, on
 * PostgreSQL and on H2, against the Salesforce simulator. Each case is measured beside its floor in the same run: what the
 * work costs when nothing but its unavoidable part is done. Run by {@code ./bench}; no test.
 */
package org.mobiledatasync.benchmarks;
