package org.mobiledatasync.sync.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Nights as columns, in units of the drawing. Heights are in proportion to the busiest night; what is there at all is high
 * enough to be seen.
 */
public record NightChart(List<Column> columns, long most) {
    public static final int STEP = 40;
    public static final int HEIGHT = 120;

    private static final int GAP = 6;
    private static final double LEAST = 3;

    /** One night. */
    public record Column(Night night, int x, List<Bar> bars) {

        /** Where its label stands. */
        public int middle() {
            return x + (STEP - GAP) / 2;
        }

        /** Above its bars. */
        public double top() {
            return bars.isEmpty() ? HEIGHT : bars.get(bars.size() - 1).y();
        }
    }

    /** The records of one group in one night. */
    public record Bar(NightGroup group, double y, double height) {}

    static NightChart of(List<Night> nights) {
        long most = nights.stream().mapToLong(Night::shown).max().orElse(0);
        List<Column> columns = new ArrayList<>();
        for (Night night : nights) {
            columns.add(new Column(night, columns.size() * STEP, bars(night, most)));
        }
        return new NightChart(columns, most);
    }

    private static List<Bar> bars(Night night, long most) {
        List<Bar> bars = new ArrayList<>();
        // What is lifted to be seen takes its height from what is left, so that the highest column still fits.
        long lifted = LongStream.of(
                        NightGroup.SHOWN.stream().mapToLong(night::count).toArray())
                .filter(count -> count > 0)
                .count();
        double room = HEIGHT - lifted * LEAST;
        double y = HEIGHT;
        for (NightGroup group : NightGroup.SHOWN) {
            long count = night.count(group);
            if (count > 0) {
                double height = LEAST + room * count / most;
                y -= height;
                bars.add(new Bar(group, y, height));
            }
        }
        return bars;
    }

    public int width() {
        return columns.size() * STEP - GAP;
    }

    public int barWidth() {
        return STEP - GAP;
    }

    public int height() {
        return HEIGHT;
    }

    /** Whether there was any nightly sync. */
    public boolean isDrawable() {
        return columns.stream().anyMatch(column -> column.night().last() != null);
    }
}
