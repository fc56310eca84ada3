/**
 * The pages by which operators import people from a CSV file: upload, columns, preview, result. One address,
 * {@code /profiles/import.xhtml}, shows the step that the import is at.
 */
package org.mobiledatasync.intake.web;
