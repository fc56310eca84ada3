/** Mobile Data Sync keeps an SMS subscriber list and Salesforce contacts in sync, both ways. */
package org.mobiledatasync;
