package org.mobiledatasync.salesforce.control;

import java.util.Map;

/**
 * One contact to write.
 *
 * @param contactId null to create it
 * @param texts values by API field name
 * @param flags checkboxes by API field name
 */
public record ContactWrite(String contactId, Map<String, String> texts, Map<String, Boolean> flags) {}
