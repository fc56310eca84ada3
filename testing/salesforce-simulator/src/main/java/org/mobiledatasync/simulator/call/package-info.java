/**
 * What every call goes through, whatever its protocol: it gets a kind, is counted against the daily limit, is struck
 * by the faults that wait for it, and is noted. The versions list, logins and report downloads do not count against
 * the limit. Calls of the control API pass by all of this.
 */
package org.mobiledatasync.simulator.call;
