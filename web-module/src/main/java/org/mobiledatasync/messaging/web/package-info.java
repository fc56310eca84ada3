/** The page with the outgoing texts and their state. */
package org.mobiledatasync.messaging.web;
