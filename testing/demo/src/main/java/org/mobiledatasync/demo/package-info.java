/**
 * The demo: a client of the JSON API that sets a fresh server up against the simulator, runs both syncs, and prints what
 * the report says. The acceptance tests use its {@link org.mobiledatasync.demo.ApiClient} too.
 */
package org.mobiledatasync.demo;
