package org.mobiledatasync.profile.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mobiledatasync.consent.entity.ConsentCause;
import org.mobiledatasync.consent.entity.ConsentSource;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.profile.boundary.ProfileDirectory;
import org.mobiledatasync.profile.boundary.ProfileInput;
import org.mobiledatasync.profile.boundary.ProfileService;
import org.mobiledatasync.profile.entity.FirstSeenType;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileField;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The details of one profile: makes a new one, changes or deletes one. */
@Named
@ViewScoped
public class ProfileBacking implements Serializable {

    @Inject
    private ProfileDirectory directory;

    @Inject
    private ProfileService service;

    private final Map<String, String> values = new HashMap<>();
    private Long id;
    private int version;
    private String phone;
    private String customFields;

    /** Reads the profile of the page's parameter; without one the page makes a new profile. */
    public void load() {
        if (id != null) {
            Profile profile = directory.get(id).profile();
            version = profile.getVersion();
            phone = profile.getPhone();
            for (ProfileField field : ProfileField.values()) {
                values.put(field.name(), field.read(profile));
            }
            customFields = profile.getCustomFields().entrySet().stream()
                    .map(entry -> entry.getKey() + " = " + entry.getValue())
                    .collect(Collectors.joining("\n"));
        }
    }

    public void save() {
        if (isNewProfile()) {
            Profile made = service.create(phone, input(), FirstSeenType.ADMINISTRATOR);
            Messages.addFlashGlobalInfo(Faces.getBundleString("profiles.created"));
            Faces.redirect("profiles/profile.xhtml?id=%s", made.getId().toString());
        } else {
            service.update(id, version, input(), cause("E-mail address added"));
            Messages.addFlashGlobalInfo(Faces.getBundleString("profiles.saved"));
            Faces.redirect("profiles/profile.xhtml?id=%s", id.toString());
        }
    }

    /** Saves what somebody else changed meanwhile over, after that was said. */
    public void saveOver() {
        version = directory.get(id).profile().getVersion();
        save();
    }

    public void remove() {
        service.remove(id, cause("Profile deleted"));
        Messages.addFlashGlobalInfo(Faces.getBundleString("profiles.removed"), phone);
        Faces.redirect("profiles/index.xhtml");
    }

    private ProfileInput input() {
        var fields = values.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(entry -> ProfileField.valueOf(entry.getKey()), Map.Entry::getValue));
        return new ProfileInput(fields, readCustomFields());
    }

    private Map<String, String> readCustomFields() {
        var lines = customFields == null ? Stream.<String>empty() : customFields.lines();
        return lines.filter(line -> !line.isBlank())
                .map(line -> line.split("=", 2))
                .peek(parts -> {
                    if (parts.length < 2 || parts[0].isBlank()) {
                        throw new InvalidInputException(
                                "customFields", Faces.getBundleString("profiles.customFieldsWrong"));
                    }
                })
                .collect(Collectors.toMap(parts -> parts[0].strip(), parts -> parts[1].strip(), (first, last) -> last));
    }

    private static ConsentCause cause(String evidence) {
        return ConsentCause.of(
                ConsentSource.ADMINISTRATOR,
                Faces.getRequest().getUserPrincipal().getName(),
                evidence);
    }

    public boolean isNewProfile() {
        return id == null;
    }

    public List<ProfileField> getFields() {
        return List.of(ProfileField.values());
    }

    /** The component id of a field's input, by which errors find it. */
    public String idOf(ProfileField field) {
        String name = ProfileInput.nameOf(field);
        return name.substring(name.indexOf('.') + 1);
    }

    public Map<String, String> getValues() {
        return values;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getCustomFields() {
        return customFields;
    }

    public void setCustomFields(String customFields) {
        this.customFields = customFields;
    }
}
