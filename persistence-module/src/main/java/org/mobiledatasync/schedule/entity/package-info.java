/**
 * Work that runs by the clock: what is due, who holds it (R7.3, R7.4).
 */
package org.mobiledatasync.schedule.entity;
