package org.mobiledatasync.schedule.control;

/**
 * The right to do a job, until it is renewed no more.
 *
 * @param fencingToken rises with every claim; a write under an older one must fail (R7.3)
 */
public record Lease(Long jobId, String owner, long fencingToken) {}
