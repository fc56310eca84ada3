package org.mobiledatasync.simulator.control;

import org.mobiledatasync.simulator.call.CallLog;
import org.mobiledatasync.simulator.call.Faults;
import org.mobiledatasync.simulator.organisation.Organisation;
import org.mobiledatasync.simulator.organisation.Sessions;
import org.mobiledatasync.simulator.query.QueryCursors;
import org.mobiledatasync.simulator.report.Report;
import org.mobiledatasync.simulator.sample.SampleContacts;

/**
 * Everything that a simulator remembers.
 *
 * @param contacts how many sample contacts there are after a reset, unless it says otherwise
 * @param seed which ones
 */
public record Simulation(
        Organisation organisation,
        Sessions sessions,
        CallLog calls,
        Faults faults,
        Report report,
        QueryCursors cursors,
        int contacts,
        long seed) {

    /** Back to the beginning, with these sample contacts. */
    void reset(int contactCount, long contactSeed) {
        faults.clear();
        sessions.expireAll();
        cursors.clear();
        report.reset();
        organisation.reset();
        new SampleContacts(organisation, contactSeed).add(contactCount);
        calls.reset();
    }
}
