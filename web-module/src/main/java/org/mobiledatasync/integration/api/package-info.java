/**
 * {@code /api/v1/integrations}: the configuration, the field mappings, the opt-in path rules, activation and the test of the
 * connection.
 */
package org.mobiledatasync.integration.api;
