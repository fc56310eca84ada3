/**
 * Integrations as administrators configure them (S1 to S3, S11, S14, S15).
 *
 * <ol>
 *   <li>Create and update check every field and name the ones that have to change; secrets that are left out are kept.
 *   <li>Only Salesforce's hosts, and those that the operator allows, can be entered.
 *   <li>Each sign-in method has secrets of its own: all are stored encrypted, none is ever given out; activation asks for
 *       those of the chosen method.
 *   <li>Who saves the configuration or the mappings of a form says which version was read; after somebody else's change it
 *       is refused.
 *   <li>A new integration has the field mappings of the guide's table (S11).
 *   <li>Required can't be ticked for phone, e-mail, opt-in and Constituent ID (S12).
 *   <li>Opt-in path rules lead to web paths through which people can join (R4.7).
 *   <li>Only what was tested with success a short while ago, as it is configured now, is activated; the sync feature's
 *       {@code ActivationService} makes the test.
 *   <li>Activation plans the first nightly sync for the following morning and starts the five-minute sync (S14);
 *       deactivation lets both rest, and keeps links, pending changes and history (S15).
 * </ol>
 */
package org.mobiledatasync.integration.boundary;
