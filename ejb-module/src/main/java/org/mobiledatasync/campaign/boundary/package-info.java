/**
 * Campaigns and their opt-in paths.
 *
 * <ol>
 *   <li>{@link org.mobiledatasync.campaign.boundary.CampaignService} makes, changes and ends them. An ended one stays
 *       ended; ending a campaign ends its paths.
 *   <li>People join only through an active path of an active campaign.
 *   <li>{@link org.mobiledatasync.campaign.boundary.PathCheck}: what a path needs before it can be saved (R4.5, R4.6).
 * </ol>
 *
 * <p>Out of scope: who is subscribed, which the consent feature decides.
 */
package org.mobiledatasync.campaign.boundary;
