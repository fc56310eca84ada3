package org.mobiledatasync.profile.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.mobiledatasync.profile.boundary.ProfileDetails;
import org.mobiledatasync.profile.boundary.ProfileDirectory;
import org.mobiledatasync.profile.entity.ProfileFilter;
import org.mobiledatasync.profile.entity.ProfileOrder;
import org.mobiledatasync.profile.entity.ProfileStatus;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The list of profiles, searched, narrowed, ordered and read page by page. */
@Named
@ViewScoped
public class ProfilesBacking implements Serializable {
    /** Nobody leafs further; to count a million would only keep people waiting. */
    private static final int MOST_COUNTED = 10_000;

    @Inject
    private ProfileDirectory directory;

    private final Profiles profiles = new Profiles();
    private String text;
    private ProfileStatus status;
    private Long campaignId;
    private Long optInPathId;
    private Boolean matched;
    private ProfileOrder order = ProfileOrder.NEWEST;

    public LazyDataModel<ProfileDetails> getProfiles() {
        return profiles;
    }

    /** Whether there are more than are counted. */
    public boolean isMany() {
        return profiles.getRowCount() >= MOST_COUNTED;
    }

    public int getMostCounted() {
        return MOST_COUNTED;
    }

    public ProfileStatus[] getStatuses() {
        return ProfileStatus.values();
    }

    public ProfileOrder[] getOrders() {
        return ProfileOrder.values();
    }

    private ProfileFilter filter() {
        return new ProfileFilter(null, null, status, text, campaignId, optInPathId, matched);
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public ProfileStatus getStatus() {
        return status;
    }

    public void setStatus(ProfileStatus status) {
        this.status = status;
    }

    public Long getCampaignId() {
        return campaignId;
    }

    public void setCampaignId(Long campaignId) {
        this.campaignId = campaignId;
    }

    public Long getOptInPathId() {
        return optInPathId;
    }

    public void setOptInPathId(Long optInPathId) {
        this.optInPathId = optInPathId;
    }

    public Boolean getMatched() {
        return matched;
    }

    public void setMatched(Boolean matched) {
        this.matched = matched;
    }

    public ProfileOrder getOrder() {
        return order;
    }

    public void setOrder(ProfileOrder order) {
        this.order = order;
    }

    private final class Profiles extends LazyDataModel<ProfileDetails> {

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return directory.countUpTo(filter(), MOST_COUNTED);
        }

        @Override
        public List<ProfileDetails> load(
                int first, int pageSize, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            return directory.find(filter(), order, first, pageSize);
        }
    }
}
