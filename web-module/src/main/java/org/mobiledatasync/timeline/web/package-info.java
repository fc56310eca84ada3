/**
 * "Why?": the time line of one number, on the profile page and on a page of its own. Everybody who is signed in reads it.
 */
package org.mobiledatasync.timeline.web;
