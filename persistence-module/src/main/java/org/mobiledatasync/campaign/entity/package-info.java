/**
 * A campaign owns opt-in paths; a path is how people join it; a subscription is profile x campaign.
 *
 * <p>A profile has at most one subscription per campaign, for ever: it is ended and taken up again, never made twice
 * (R4.5).
 */
package org.mobiledatasync.campaign.entity;
