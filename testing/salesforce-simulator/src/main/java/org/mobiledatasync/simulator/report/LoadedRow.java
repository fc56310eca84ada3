package org.mobiledatasync.simulator.report;

import java.util.List;
import java.util.Optional;

/**
 * A row of a report file as it was loaded.
 *
 * @param cells the texts of the file
 * @param contactId the contact that it became; empty where the row's id is none of a Contact
 */
record LoadedRow(List<String> cells, Optional<String> contactId) {}
