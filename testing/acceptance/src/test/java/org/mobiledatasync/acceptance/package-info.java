/**
 * The product as its users meet it: started by {@code ./run}, spoken to over HTTP and in a browser, against a simulated
 * Salesforce organisation. These tests know no class of the product.
 */
package org.mobiledatasync.acceptance;
