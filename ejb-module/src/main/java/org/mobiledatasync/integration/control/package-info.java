/** What the syncs and the clock need to know of an integration beyond its configuration. */
package org.mobiledatasync.integration.control;
