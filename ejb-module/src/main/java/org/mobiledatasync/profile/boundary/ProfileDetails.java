package org.mobiledatasync.profile.boundary;

import java.time.OffsetDateTime;
import java.util.List;
import org.mobiledatasync.campaign.entity.Subscription;
import org.mobiledatasync.profile.entity.Profile;

/** A profile with what belongs to it. */
public record ProfileDetails(Profile profile, List<Membership> memberships, List<CrmMatch> crmMatches) {

    /** A subscription, with the names that people know. */
    public record Membership(Subscription subscription, String campaignName, String optInPathName) {}

    /**
     * The contact that is the same person.
     *
     * @param constituentId the Salesforce record id, of 18 characters (S20)
     * @param syncedAt when both were last brought into agreement
     */
    public record CrmMatch(Long integrationId, String integrationName, String constituentId, OffsetDateTime syncedAt) {}
}
