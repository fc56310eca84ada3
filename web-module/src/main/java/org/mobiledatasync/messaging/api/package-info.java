/** Outgoing texts in the JSON API: {@code /messages}, to be read by every role. */
package org.mobiledatasync.messaging.api;
