package org.mobiledatasync.campaign.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.mobiledatasync.campaign.boundary.CampaignSetup;
import org.mobiledatasync.campaign.boundary.CampaignSetup.FirstPath;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathType;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** A new campaign in three steps: what it is called, how people join, what they are sent. Stored after the last. */
@Named
@ViewScoped
public class NewCampaignBacking implements Serializable {
    private static final int LAST = 3;

    @Inject
    private CampaignSetup setup;

    private int step = 1;
    private String name;
    private String pathName;
    private OptInPathType type = OptInPathType.WEB;
    private String keyword;
    private boolean doubleOptIn;
    private String welcomeMessage;
    private String confirmMessage;

    public void next() {
        if (step == 1) {
            setup.checkName(name);
        } else {
            setup.checkPath(path());
        }
        step = Math.min(LAST, step + 1);
    }

    public void back() {
        step = Math.max(1, step - 1);
    }

    public void create() {
        OptInPath made;
        try {
            made = setup.create(name, path());
        } catch (InvalidInputException e) {
            step = stepOf(e.problems().get(0).field());
            throw e;
        }
        Messages.addFlashGlobalInfo(Faces.getBundleString("campaigns.made"));
        Faces.redirect(
                "campaigns/path.xhtml?campaign=%s&id=%s",
                made.getCampaignId().toString(), made.getId().toString());
    }

    /** Where the field stands, so that what is wrong about it shows. */
    private static int stepOf(String field) {
        return switch (field) {
            case "campaignName" -> 1;
            case "welcomeMessage", "confirmMessage" -> LAST;
            default -> 2;
        };
    }

    private FirstPath path() {
        return new FirstPath(pathName, type, keyword, doubleOptIn, welcomeMessage, confirmMessage);
    }

    public boolean isPhone() {
        return type == OptInPathType.PHONE;
    }

    public OptInPathType[] getTypes() {
        return OptInPathType.values();
    }

    /** From 1. */
    public int getStep() {
        return step;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPathName() {
        return pathName;
    }

    public void setPathName(String pathName) {
        this.pathName = pathName;
    }

    public OptInPathType getType() {
        return type;
    }

    public void setType(OptInPathType type) {
        this.type = type;
    }

    public String getKeyword() {
        return keyword;
    }

    public void setKeyword(String keyword) {
        this.keyword = keyword;
    }

    public boolean isDoubleOptIn() {
        return doubleOptIn;
    }

    public void setDoubleOptIn(boolean doubleOptIn) {
        this.doubleOptIn = doubleOptIn;
    }

    public String getWelcomeMessage() {
        return welcomeMessage;
    }

    public void setWelcomeMessage(String welcomeMessage) {
        this.welcomeMessage = welcomeMessage;
    }

    public String getConfirmMessage() {
        return confirmMessage;
    }

    public void setConfirmMessage(String confirmMessage) {
        this.confirmMessage = confirmMessage;
    }
}
