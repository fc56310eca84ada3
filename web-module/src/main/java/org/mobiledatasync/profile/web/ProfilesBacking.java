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
import org.mobiledatasync.profile.entity.ProfileStatus;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The list of profiles, searched and read page by page, newest first. */
@Named
@ViewScoped
public class ProfilesBacking implements Serializable {

    @Inject
    private ProfileDirectory directory;

    private final Profiles profiles = new Profiles();
    private String text;
    private ProfileStatus status;

    public LazyDataModel<ProfileDetails> getProfiles() {
        return profiles;
    }

    public ProfileStatus[] getStatuses() {
        return ProfileStatus.values();
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

    private ProfileFilter filter() {
        return new ProfileFilter(null, null, status, text);
    }

    private final class Profiles extends LazyDataModel<ProfileDetails> {

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return Math.toIntExact(directory.count(filter()));
        }

        @Override
        public List<ProfileDetails> load(
                int first, int pageSize, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            return directory.find(filter(), first, pageSize);
        }
    }
}
