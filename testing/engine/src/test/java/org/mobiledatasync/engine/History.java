package org.mobiledatasync.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.mobiledatasync.integration.entity.SyncType;
import org.mobiledatasync.platform.TestDatabase;

/** A sequence of steps, invented from a seed; the same seed always makes the same. */
record History(List<Step> steps) {
    private static final int MOST_QUIET_DAYS = 10;

    static History of(long seed, int length) {
        Random random = new Random(seed);
        int all = Arrays.stream(Deed.values()).mapToInt(Deed::weight).sum();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            steps.add(new Step(deed(random.nextInt(all)), random.nextInt(1000), random.nextInt(1000)));
        }
        return new History(steps);
    }

    private static Deed deed(int lot) {
        int left = lot;
        for (Deed deed : Deed.values()) {
            left -= deed.weight();
            if (left < 0) {
                return deed;
            }
        }
        throw new IllegalArgumentException("lot " + lot);
    }

    /**
     * Lets it happen to two fresh systems, and then lets them come to rest.
     *
     * @throws AssertionError when a promise is broken on the way, or the systems do not agree in the end
     */
    void happen(TestDatabase database, Organisation organisation, SyncType syncType) {
        try (TwoSystems world = new TwoSystems(database, organisation, syncType)) {
            Course course = new Course(world);
            steps.forEach(course::take);
            course.rest();
        }
    }

    /** How a history goes, watched step by step. */
    private static final class Course {
        private final TwoSystems world;
        private final Observatory observatory;
        private final Memory memory = new Memory();
        private Sight sight;

        Course(TwoSystems world) {
            this.world = world;
            this.observatory = world.observatory();
            this.sight = observatory.look();
        }

        void take(Step step) {
            Sight before = sight;
            step.deed().happen(world, before, step.who(), step.what());
            sight = observatory.look();
            memory.note(sight, !observatory.openRuns("NIGHTLY").isEmpty());
            Promises.keep(step, before, sight, memory, observatory);
        }

        void rest() {
            world.organisation().calm();
            // First what a killed server left behind: it works on an old export.
            take(new Step(Deed.NIGHTLY_SYNC, 0, 0));
            for (int day = 0; day < MOST_QUIET_DAYS; day++) {
                Sight before = sight;
                world.pass(Duration.ofDays(1));
                take(new Step(Deed.FIVE_MINUTE_SYNC, 0, 0));
                // An export asked for in the very moment of the sending would count as older than it.
                world.pass(Duration.ofMinutes(5));
                take(new Step(Deed.NIGHTLY_SYNC, 0, 0));
                if (Agreement.isQuiet(before, sight)) {
                    Agreement.check(sight, memory, observatory);
                    return;
                }
            }
            throw new AssertionError("unrest: the systems do not come to rest");
        }
    }

    /** The shortest history found that breaks the same rule, by leaving out what it does not need. */
    History shortest(AssertionError broken, TestDatabase database, Organisation organisation, SyncType syncType) {
        String rule = rule(broken);
        List<Step> needed = steps;
        for (int size = steps.size() / 2; size >= 1; size = size / 2) {
            for (int from = needed.size() - size; from >= 0; from -= size) {
                List<Step> fewer = new ArrayList<>(needed.subList(0, from));
                fewer.addAll(needed.subList(Math.min(needed.size(), from + size), needed.size()));
                if (new History(fewer).breaks(rule, database, organisation, syncType)) {
                    needed = fewer;
                }
            }
        }
        return new History(needed);
    }

    private boolean breaks(String rule, TestDatabase database, Organisation organisation, SyncType syncType) {
        try {
            happen(database, organisation, syncType);
            return false;
        } catch (AssertionError broken) {
            return rule.equals(rule(broken));
        }
    }

    private static String rule(AssertionError broken) {
        return broken.getMessage().split("[ :]", 2)[0];
    }
}
