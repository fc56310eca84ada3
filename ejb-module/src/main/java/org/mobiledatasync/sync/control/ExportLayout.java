package org.mobiledatasync.sync.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.salesforce.control.FaultCode;
import org.mobiledatasync.salesforce.control.SalesforceFault;

/**
 * Where the columns of the export are.
 *
 * @param width how many columns the table has
 * @param contactId the position of the Constituent ID
 * @param fields the positions of the merged fields, by our name
 * @param ruleColumns the positions of the columns of opt-in path rules, by heading
 */
public record ExportLayout(
        List<String> header,
        int width,
        int contactId,
        int phone,
        int optIn,
        Map<String, Integer> fields,
        Map<String, Integer> ruleColumns) {

    /**
     * Reads the header of an export.
     *
     * @throws SalesforceFault NOT_THE_EXPORT when a mapped heading is missing or stands there twice (S13),
     *     PATH_RULE_WITHOUT_COLUMN when that of an opt-in path rule is: nothing may be read from such a file
     */
    public static ExportLayout of(
            List<String> header, Collection<FieldMapping> mappings, Collection<String> ruleHeadings) {
        Columns columns = new Columns(header.stream().map(String::trim).toList());
        Map<String, Integer> fields = new TreeMap<>();
        int contactId = -1;
        int phone = -1;
        int optIn = -1;
        for (FieldMapping mapping : mappings) {
            String heading = mapping.getCsvHeading();
            if (heading == null || heading.isBlank()) {
                continue;
            }
            int position = columns.position(heading.trim());
            switch (mapping.getField()) {
                case FieldMapping.CONSTITUENT_ID -> contactId = position;
                case FieldMapping.PHONE -> phone = position;
                case FieldMapping.OPT_IN -> optIn = position;
                default -> fields.put(mapping.getField(), position);
            }
        }
        columns.check(FaultCode.NOT_THE_EXPORT);
        if (contactId < 0 || phone < 0 || optIn < 0) {
            throw SalesforceFault.of(
                    FaultCode.NOT_THE_EXPORT,
                    "phone number, opt-in status and Constituent ID each need a CSV heading in the field mappings");
        }
        Map<String, Integer> rules = ruleHeadings.stream()
                .distinct()
                .collect(Collectors.toMap(
                        heading -> heading,
                        heading -> columns.position(columns.headingOf(heading, mappings)),
                        (a, b) -> a,
                        TreeMap::new));
        columns.check(FaultCode.PATH_RULE_WITHOUT_COLUMN);
        return new ExportLayout(columns.header, header.size(), contactId, phone, optIn, fields, rules);
    }

    /** The columns that no mapping looks at; those of opt-in path rules are among them, since no field follows them. */
    public boolean isUnused(int position) {
        return position != contactId && position != phone && position != optIn && !fields.containsValue(position);
    }

    private static final class Columns {
        private final List<String> header;
        private final List<String> missing = new ArrayList<>();
        private final List<String> twice = new ArrayList<>();

        Columns(List<String> header) {
            this.header = header;
        }

        int position(String heading) {
            int position = header.indexOf(heading);
            if (position < 0) {
                missing.add(heading);
            } else if (header.lastIndexOf(heading) != position) {
                twice.add(heading);
            }
            return position;
        }

        /** A rule may name its column by the heading, or by the API field name of the mapping that has a heading. */
        String headingOf(String name, Collection<FieldMapping> mappings) {
            return header.contains(name)
                    ? name
                    : mappings.stream()
                            .filter(mapping -> name.equalsIgnoreCase(mapping.getApiFieldName()))
                            .map(FieldMapping::getCsvHeading)
                            .filter(heading -> heading != null && !heading.isBlank())
                            .map(String::trim)
                            .findFirst()
                            .orElse(name);
        }

        void check(FaultCode code) {
            if (!missing.isEmpty()) {
                throw SalesforceFault.of(
                        code, "the export has no column " + quoted(missing) + "; its columns are " + quoted(header));
            }
            if (!twice.isEmpty()) {
                throw SalesforceFault.of(code, "the export has more than one column " + quoted(twice));
            }
        }

        /** A file of any kind may have come; a database does not store every character of it. */
        private static String readable(String heading) {
            return heading.replaceAll("\\p{Cntrl}", "?");
        }

        private static String quoted(List<String> headings) {
            return headings.stream()
                    .distinct()
                    .limit(40)
                    .map(heading -> heading.length() > 60 ? heading.substring(0, 60) + "..." : heading)
                    .map(heading -> "\"" + readable(heading) + "\"")
                    .collect(Collectors.joining(", "));
        }
    }
}
