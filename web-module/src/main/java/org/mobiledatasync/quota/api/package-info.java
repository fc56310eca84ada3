/** {@code /api/v1/integrations/{id}/quota}. */
package org.mobiledatasync.quota.api;
