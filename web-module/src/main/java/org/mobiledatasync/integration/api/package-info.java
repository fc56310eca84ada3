/** {@code /api/v1/integrations}: the configuration, the field mappings, activation and the test of the connection. */
package org.mobiledatasync.integration.api;
