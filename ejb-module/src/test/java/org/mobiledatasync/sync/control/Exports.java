package org.mobiledatasync.sync.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.mobiledatasync.integration.entity.FieldMapping;

/** A small export in a file, read as a run reads it. */
final class Exports {
    static final String HEADER = "\"Contact ID\",\"Last Name\",\"Mobile\",\"Opt In\",\"Group\",\"Notes\"\n";
    static final List<FieldMapping> MAPPINGS = List.of(
            new FieldMapping(1L, FieldMapping.CONSTITUENT_ID, "Id", "Contact ID"),
            new FieldMapping(1L, FieldMapping.PHONE, "MobilePhone", "Mobile"),
            new FieldMapping(1L, FieldMapping.OPT_IN, "Mobile_Subscriber__c", "Opt In"),
            new FieldMapping(1L, "profile_last_name", "LastName", "Last Name"),
            new FieldMapping(1L, "profile_email", "Email", ""));

    private final Path file;
    private final ContactRecords records;
    private final ExportIndex index;

    Exports(Path folder, String text) {
        file = write(folder, text);
        try (ExportReader reader = new ExportReader(file)) {
            records = new ContactRecords(ExportLayout.of(reader.header(), MAPPINGS, List.of("Group")), "US");
        }
        index = ExportIndex.of(file, records, () -> {});
    }

    static Path write(Path folder, String text) {
        try {
            return Files.writeString(folder.resolve("export.csv"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String row(String id, String lastName, String phone, String optIn, String group) {
        return "\"" + String.join("\",\"", id, lastName, phone, optIn, group, "") + "\"\n";
    }

    ExportIndex index() {
        return index;
    }

    /** The contacts whose number another one has too. */
    Set<String> sharing() {
        Set<String> sharing = new TreeSet<>();
        for (ExportRow row : firstRows()) {
            if (index.isShared(row)) {
                sharing.add(records.contactId(row));
            }
        }
        return sharing;
    }

    /** The records of the file: neither footers nor rows that an earlier one stands for. */
    List<ContactRecord> contacts() {
        return firstRows().stream()
                .map(row -> records.of(index.rowsOf(row), index.phone(row)))
                .toList();
    }

    private List<ExportRow> firstRows() {
        return LongStream.range(0, index.tableEnd())
                .filter(index::isToDecide)
                .mapToObj(index::row)
                .toList();
    }
}
