/**
 * Work by the clock, on one server or many over one database.
 *
 * <ol>
 *   <li>One timer, the {@link org.mobiledatasync.schedule.control.Heartbeat}, looks every 15 seconds for what is due; its
 *       callback never throws, since the container deletes a timer that does (R7.4).
 *   <li>Whoever claims a job holds its lease and works outside the timer's thread; the lease is renewed by the work itself,
 *       so that work without progress loses it and is taken over (R7.3).
 *   <li>Every claim has a fencing token; {@link org.mobiledatasync.schedule.control.Leases#renew} in the transaction of a
 *       write makes a write under a lost lease fail.
 *   <li>After a crash the server frees what its former life held, and the job, still due, goes on.
 * </ol>
 *
 * <p>Features bring their work as {@link org.mobiledatasync.schedule.control.JobWork}; this package knows none of them.
 */
package org.mobiledatasync.schedule.control;
