/** Results of queries in pages, by the locators that REST and SOAP share. */
package org.mobiledatasync.simulator.query;
