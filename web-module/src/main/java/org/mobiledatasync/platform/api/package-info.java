/**
 * What every resource of the JSON API shares.
 *
 * <ul>
 *   <li>{@link org.mobiledatasync.platform.api.ApiApplication}: its base, {@code /api/v1}, and its description at
 *       {@code /openapi}.
 *   <li>{@link org.mobiledatasync.platform.api.FaultMapper}: every refusal is a
 *       {@link org.mobiledatasync.platform.api.Problem}.
 *   <li>{@link org.mobiledatasync.platform.api.PageRequest} and {@link org.mobiledatasync.platform.api.Page}: lists.
 * </ul>
 */
package org.mobiledatasync.platform.api;
