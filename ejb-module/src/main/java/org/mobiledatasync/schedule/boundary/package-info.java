/** Plans the work that {@link org.mobiledatasync.schedule.control} does. */
package org.mobiledatasync.schedule.boundary;
