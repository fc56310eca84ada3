package org.mobiledatasync.acceptance;

import static org.mobiledatasync.acceptance.Administrator.json;
import static org.mobiledatasync.acceptance.ExportText.file;
import static org.mobiledatasync.acceptance.ExportText.header;
import static org.mobiledatasync.acceptance.ExportText.line;

import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A way in which an export is not as it should be, and what must come of it.
 *
 * @param fault the order to the simulator, by the rows of the two people as they should be
 * @param message what the failed run says, a part of it; null when the run must complete
 * @param records class and reason of every record of the run that must complete
 */
record BadExport(
        String name,
        BiFunction<Map<String, String>, Map<String, String>, JsonObjectBuilder> fault,
        String encoding,
        String message,
        List<String> records,
        int footerRows) {
    static final String ADA_SAME = "NO_NEW_CHANGES SAME_AS_BEFORE";
    static final String BEA_SENT = "CONTACT_UPDATED UPDATED";

    private static final String UTF_8 = "UTF-8";

    /** The two people's rows, made into the text of a file. */
    interface Text {
        String of(Map<String, String> ada, Map<String, String> bea);
    }

    /** The two people's rows, made into the lines that stand in for Ada's. */
    interface Lines {
        String of(Map<String, String> ada);
    }

    /** @param more parameters of the fault, name and value in turn */
    static BadExport fault(String name, String kind, Object... more) {
        return new BadExport(name, (ada, bea) -> order(kind, more), UTF_8, null, List.of(), 0);
    }

    static BadExport text(String name, Text text) {
        return new BadExport(name, (ada, bea) -> order("file", "text", text.of(ada, bea)), UTF_8, null, List.of(), 0);
    }

    /** A file without footer, with these lines in place of Ada's and a sound row of Bea's after them. */
    static BadExport instead(String name, Lines lines) {
        return text(name, (ada, bea) -> file(header(), lines.of(ada), line(bea)));
    }

    /** Asks for the export in this encoding. */
    BadExport asked(String in) {
        return new BadExport(name, fault, in, message, records, footerRows);
    }

    /** The bytes that come are of this encoding, whatever was asked for. */
    BadExport bytesIn(String charset) {
        return new BadExport(
                name,
                (ada, bea) -> fault.apply(ada, bea).add("charset", charset),
                encoding,
                message,
                records,
                footerRows);
    }

    BadExport fails(String because) {
        return new BadExport(name, fault, encoding, because, List.of("VALIDATION_ERROR NOT_THE_EXPORT"), footerRows);
    }

    /** Fails by no fault of the file. */
    BadExport failsWith(String code, String because) {
        return new BadExport(name, fault, encoding, because, List.of("VALIDATION_ERROR " + code), footerRows);
    }

    BadExport completes(String... with) {
        return new BadExport(name, fault, encoding, null, List.of(with), footerRows);
    }

    BadExport footers(int rows) {
        return new BadExport(name, fault, encoding, message, records, rows);
    }

    boolean mustFail() {
        return message != null;
    }

    /** Whether anything of the file was not taken as if it were sound. */
    boolean isHarmful() {
        return !records.equals(List.of(ADA_SAME, BEA_SENT));
    }

    String state() {
        if (mustFail()) {
            return "FAILED";
        }
        boolean errors = records.stream().anyMatch(record -> record.startsWith("UNABLE_TO_UPDATE"));
        return errors ? "COMPLETED_WITH_ERRORS" : "COMPLETED";
    }

    @Override
    public String toString() {
        return name + (mustFail() ? ": the run fails, \"" + message + "\"" : ": " + String.join(", ", records));
    }

    private static JsonObjectBuilder order(String kind, Object... more) {
        JsonObjectBuilder order = json().add("kind", kind).add("on", "report");
        for (int i = 0; i < more.length; i += 2) {
            String parameter = (String) more[i];
            Object value = more[i + 1];
            if (value instanceof Integer number) {
                order.add(parameter, number);
            } else if (value instanceof Boolean flag) {
                order.add(parameter, flag);
            } else {
                order.add(parameter, (String) value);
            }
        }
        return order;
    }
}
