/**
 * Campaigns and their opt-in paths in the JSON API: {@code /campaigns}.
 *
 * <p>Reading is for every role, writing for operators. A PUT replaces; a status that it does not mention stays.
 */
package org.mobiledatasync.campaign.api;
