/**
 * The EAR on a real Payara Server with a real PostgreSQL, both prepared by the scripts in {@code server-config} as an
 * operator would. What the product does is tested elsewhere; here, that this packaging and those scripts do not break
 * it: class loading, CDI across the archives, roles, transactions, timers.
 */
package org.mobiledatasync.ear;
