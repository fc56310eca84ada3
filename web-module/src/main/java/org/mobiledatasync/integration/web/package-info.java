/**
 * The pages under {@code /data-sync/} on which an integration is set up (S1 to S3, S9 to S15).
 *
 * <ol>
 *   <li>{@link org.mobiledatasync.integration.web.ChosenIntegration}: which one a page speaks of; its state is the
 *       indicator at the upper right (S14).
 *   <li>{@link org.mobiledatasync.integration.web.ConfigureBacking}: the form. Secrets are never sent to the browser; an
 *       empty one means: keep. {@link org.mobiledatasync.integration.web.TypedSecrets} keeps new ones while the rest of
 *       the form is mended.
 *   <li>{@link org.mobiledatasync.integration.web.MappingsBacking}: the field mappings (S11, S12), completed and checked by
 *       {@link org.mobiledatasync.integration.web.ContactFieldNames} where Salesforce can be asked.
 *   <li>{@link org.mobiledatasync.integration.web.PathRulesBacking}: who joins through a path of their own (R4.7).
 *   <li>{@link org.mobiledatasync.integration.web.GuidedStartBacking}: the steps to the first activation, on the home page.
 *   <li>{@link org.mobiledatasync.integration.web.ActivationBacking}: what activating will do, after a test of the
 *       connection and with a preview (S14).
 *   <li>{@link org.mobiledatasync.integration.web.DeactivationBacking}: for a while, or for good (S15).
 * </ol>
 *
 * <p>Administrators only, but for the Data Sync home; web.xml and the services refuse everybody else.
 */
package org.mobiledatasync.integration.web;
