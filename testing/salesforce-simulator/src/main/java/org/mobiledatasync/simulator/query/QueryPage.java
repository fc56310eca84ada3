package org.mobiledatasync.simulator.query;

import java.util.List;
import java.util.Optional;
import org.mobiledatasync.simulator.call.Call;
import org.mobiledatasync.simulator.call.FaultKind;
import org.mobiledatasync.simulator.organisation.Contact;
import org.mobiledatasync.simulator.organisation.Field;

/**
 * A page of a query's result.
 *
 * @param total records of all pages together
 * @param next names the page that follows; empty for the last one
 */
public record QueryPage(List<Contact> contacts, List<Field> fields, int total, Optional<String> next) {

    private static final int LEAST = 200;
    private static final int MOST = 2000;
    private static final int SMALL = 2;

    /**
     * How many records the pages of a call hold at most: what it asks for within Salesforce's bounds, or fewer by
     * order of a fault.
     *
     * @param asked a number in digits; anything else asks for nothing
     */
    public static int size(Call call, String asked) {
        int size = asked.matches("\\d{1,6}") ? Math.min(MOST, Math.max(LEAST, Integer.parseInt(asked))) : MOST;
        return call.fault(FaultKind.SMALL_PAGES)
                .map(fault -> Math.min(size, fault.number("size", SMALL)))
                .orElse(size);
    }
}
