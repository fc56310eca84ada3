package org.mobiledatasync.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes exports as Salesforce gives them, of any size: all people invented, opted in, with a mobile number of their own. */
final class ExportFile {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String[] FIRST_NAMES = {"Ada", "José", "Grace", "Noor", "Sean", "Tamika", "Zoë", "Viktor"};
    private static final String[] LAST_NAMES = {"Abara", "Müller", "O'Brien", "Carter", "Peña", "Smith-Jones", "Lee"};
    private static final String[] CITIES = {"Chicago", "St. Paul", "Houston", "Newark", "Seattle"};
    private static final String[] STATES = {"IL", "MN", "TX", "NJ", "WA"};

    /** Area codes of ten million numbers each at most; of each only exchanges from 200 on are given out. */
    private static final int[] AREAS = {212, 216, 312, 415, 503, 602, 713, 818, 917, 972};

    private ExportFile() {}

    /**
     * @param changedEvery every how many rows one has another street; 0 for none
     * @param copies how many times each contact stands in the file
     */
    static void write(Path file, int rows, int changedEvery, int copies) {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("\"Contact ID\",\"First Name\",\"Last Name\",\"Email\",\"Mobile\",\"Mobile Subscriber\","
                    + "\"Mailing Street\",\"Mailing City\",\"Mailing State/Province\",\"Mailing Zip/Postal Code\","
                    + "\"Mailing Country\",\"Group\"\n");
            for (int copy = 0; copy < copies; copy++) {
                for (int row = 0; row < rows; row++) {
                    boolean changed = changedEvery > 0 && row % changedEvery == 0;
                    out.write(line(row, changed, copy));
                }
            }
            out.write("\n\n\"Texting: recently updated contacts\"\n\"Confidential Information - Do Not Distribute\"\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(int row, boolean changed, int group) {
        String first = FIRST_NAMES[row % FIRST_NAMES.length];
        String last = LAST_NAMES[row % LAST_NAMES.length];
        int place = row % CITIES.length;
        return String.join(
                "",
                "\"" + contactId(row) + "\",\"" + first + "\",\"" + last + "\",\"person." + row + "@example.org\",\"",
                phone(row) + "\",\"1\",\"" + (row % 9000 + 1) + (changed ? " Oak Ave" : " Rosa Parks Way") + "\",\"",
                CITIES[place] + "\",\"" + STATES[place] + "\",\"" + (10000 + row % 80000) + "\",\"US\",\"",
                (group == 0 ? "Members" : "Donors") + "\"\n");
    }

    /** In 15 characters, as reports give them. */
    static String contactId(int row) {
        StringBuilder number = new StringBuilder();
        for (int rest = row; rest > 0; rest /= DIGITS.length()) {
            number.insert(0, DIGITS.charAt(rest % DIGITS.length()));
        }
        return "003Hs" + "0".repeat(10 - number.length()) + number;
    }

    static String phone(int row) {
        String local = String.format("%07d", 2_000_000 + row / AREAS.length);
        return "(" + AREAS[row % AREAS.length] + ") " + local.substring(0, 3) + "-" + local.substring(3);
    }

    static String e164(int row) {
        return "+1" + phone(row).replaceAll("\\D", "");
    }
}
