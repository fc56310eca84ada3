/** What people see of outgoing texts: to whom, what, and where it stands. Sending is in {@code messaging.control}. */
package org.mobiledatasync.messaging.boundary;
