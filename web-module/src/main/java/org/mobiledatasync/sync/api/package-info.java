/**
 * {@code /api/v1/integrations/{id}/runs} and {@code /api/v1/runs}: start and stop runs, read the report; previews at
 * {@code /api/v1/integrations/{id}/preview}.
 */
package org.mobiledatasync.sync.api;
