package org.mobiledatasync.profile.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.mobiledatasync.consent.boundary.ConsentService;
import org.mobiledatasync.consent.entity.ConsentCause;
import org.mobiledatasync.consent.entity.ConsentEvent;
import org.mobiledatasync.consent.entity.ConsentSource;
import org.mobiledatasync.profile.boundary.ProfileDetails;
import org.mobiledatasync.profile.boundary.ProfileDirectory;
import org.mobiledatasync.profile.entity.ProfileStatus;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** What one person agreed to; opts the person in and out. */
@Named
@ViewScoped
public class ProfileConsentBacking implements Serializable {

    @Inject
    private ProfileDirectory directory;

    @Inject
    private ConsentService consent;

    private ProfileDetails details;
    private List<ConsentEvent> history;

    private Long id;
    private Long optInPathId;
    private ConsentSource source = ConsentSource.ADMINISTRATOR;
    private String evidence;

    /** Reads what the page shows; nothing while the profile is a new one. */
    public void load() {
        if (id != null) {
            details = directory.get(id);
            history = consent.history(id);
        }
    }

    public void optIn() {
        var result = consent.optIn(id, optInPathId, cause());
        say(
                switch (result) {
                    case OPTED_IN -> "consent.optedIn";
                    case ASKED -> "consent.asked";
                    case UNCHANGED, BLOCKED -> "consent.unchanged";
                });
    }

    public void optOut() {
        consent.optOut(id, cause());
        say("consent.optedOut");
    }

    private void say(String message) {
        Messages.addFlashGlobalInfo(Faces.getBundleString(message));
        Faces.redirect("profiles/profile.xhtml?id=%s", id.toString());
    }

    private ConsentCause cause() {
        return ConsentCause.of(source, Faces.getRequest().getUserPrincipal().getName(), evidence);
    }

    public ProfileDetails getDetails() {
        return details;
    }

    public boolean isOptedOut() {
        return details != null && details.profile().getStatus() == ProfileStatus.OPTED_OUT;
    }

    public List<ConsentEvent> getHistory() {
        return history;
    }

    /** What a person at the screen can vouch for. */
    public ConsentSource[] getSources() {
        return new ConsentSource[] {ConsentSource.ADMINISTRATOR, ConsentSource.KEYWORD, ConsentSource.WEB_FORM};
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public Long getOptInPathId() {
        return optInPathId;
    }

    public void setOptInPathId(Long optInPathId) {
        this.optInPathId = optInPathId;
    }

    public ConsentSource getSource() {
        return source;
    }

    public void setSource(ConsentSource source) {
        this.source = source;
    }

    public String getEvidence() {
        return evidence;
    }

    public void setEvidence(String evidence) {
        this.evidence = evidence;
    }
}
