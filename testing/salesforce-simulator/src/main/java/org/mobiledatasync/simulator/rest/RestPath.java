package org.mobiledatasync.simulator.rest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mobiledatasync.simulator.http.Request;
import org.mobiledatasync.simulator.organisation.Settings;

/**
 * The path of a REST call after {@code /services/data}.
 *
 * @param version such as {@code v64.0}
 * @param steps what follows it, decoded
 */
record RestPath(String version, int number, List<String> steps) {

    static final int OLDEST = 31;
    static final int NEWEST = 68;

    private static final Pattern VERSION = Pattern.compile("v(\\d{2})\\.0");
    private static final int PREFIX = 2;

    /** The path, if it names a version that is served. */
    static Optional<RestPath> of(Request request) {
        List<String> all = request.steps();
        Matcher version = VERSION.matcher(all.size() > PREFIX ? all.get(PREFIX) : "");
        if (!version.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(version.group(1));
        boolean served = number >= OLDEST && number <= NEWEST;
        return served
                ? Optional.of(new RestPath(version.group(), number, all.subList(PREFIX + 1, all.size())))
                : Optional.empty();
    }

    boolean matches(String... pattern) {
        if (pattern.length != steps.size()) {
            return false;
        }
        for (int i = 0; i < pattern.length; i++) {
            if (!pattern[i].equals("*") && !pattern[i].equalsIgnoreCase(steps.get(i))) {
                return false;
            }
        }
        return true;
    }

    RecordJson recordJson(Settings settings) {
        return new RecordJson(version, settings.duplicateKey());
    }
}
