/** The time line of a profile in the JSON API: {@code /profiles/{id}/timeline}. Reading is for every role. */
package org.mobiledatasync.timeline.api;
