package org.mobiledatasync.sync.control;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One record as Salesforce has it, read from the export or through the API, and normalised.
 *
 * @param contactId the Salesforce record id in 18 characters; null when the row carries none (R1.2)
 * @param typedId the id as it came
 * @param typedPhone the number as it came, trimmed; empty when there is none
 * @param phone the mobile number in E.164; null when {@code typedPhone} is not one (R1.1)
 * @param optIn the CRM's opt-in (R2.3)
 * @param typedOptIn the opt-in as it came
 * @param values the mapped fields by our name, trimmed; empty values are absent
 * @param ruleValues per row of the record, the columns that opt-in path rules look at (R1.7)
 * @param rest a digest of the columns that are not mapped; null when the record was not read whole
 * @param fault what is wrong with the record as a whole; null when it can be read
 */
public record ContactRecord(
        String contactId,
        String typedId,
        String typedPhone,
        String phone,
        OptInValue optIn,
        String typedOptIn,
        Map<String, String> values,
        List<Map<String, String>> ruleValues,
        String rest,
        Fault fault) {

    /** What makes a record unfit before any rule looks at it. */
    public enum Fault {
        /** The line has not the columns of the header, or characters that no text has. */
        UNREADABLE,
        /** The rows of one contact contradict each other (R1.7). */
        CONTRADICTING
    }

    /** By what the record is known again; null when it was not read whole. */
    public String mark() {
        return markWith(Map.of());
    }

    /** The mark that it will have once Salesforce took these values of ours: so our own write is no change of theirs. */
    public String markWith(Map<String, String> taken) {
        if (rest == null) {
            return null;
        }
        Map<String, String> then = new TreeMap<>(values);
        then.putAll(taken);
        return RowMark.of(typedPhone, then, rest);
    }

    public boolean isOptedIn() {
        return optIn == OptInValue.TRUE;
    }
}
