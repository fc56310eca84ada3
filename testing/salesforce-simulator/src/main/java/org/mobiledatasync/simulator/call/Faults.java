package org.mobiledatasync.simulator.call;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * The faults that are waiting for calls, in the order in which they were ordered. Those that have struck as often as
 * ordered stay listed, so that a call that hangs can be let go.
 */
public final class Faults {

    private final List<Fault> waiting = new ArrayList<>();

    public synchronized void add(Fault fault) {
        waiting.add(fault);
    }

    /** Forgets every fault and lets hanging calls go. */
    public synchronized void clear() {
        waiting.forEach(Fault::release);
        waiting.clear();
    }

    public synchronized JsonArray toJson() {
        JsonArrayBuilder json = Json.createArrayBuilder();
        waiting.forEach(fault -> json.add(fault.toJson()));
        return json.build();
    }

    /** The faults that strike a call: all that are aimed at it, but one only that takes its answer away. */
    synchronized List<Fault> strike(CallKind call) {
        List<Fault> striking = new ArrayList<>();
        boolean answerTaken = false;
        for (Fault fault : waiting) {
            boolean takesAnswer = fault.kind().stage().replacesAnswer();
            if (!fault.isAimedAt(call) || (takesAnswer && answerTaken)) {
                continue;
            }
            boolean strikesPerRow = fault.kind().stage() == FaultKind.Stage.ROWS;
            if (strikesPerRow || fault.strike()) {
                striking.add(fault);
                answerTaken |= takesAnswer;
            }
        }
        return striking;
    }
}
