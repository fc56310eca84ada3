package org.mobiledatasync.profile.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.mobiledatasync.platform.entity.StringMapConverter;

/**
 * One person of our list.
 *
 * <p>Life: created by an administrator, an API call, an opt-in or a sync; changed by people and by the nightly sync
 * (R3); its status follows the consent feature. Deleting a profile keeps its suppression and its consent events (R4.8).
 * The version, which every change of the person's consent raises too, makes a chunk of a sync fail and repeat when
 * somebody changed the profile meanwhile.
 */
@Entity
@Table(name = "profile")
public class Profile {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "profile_seq")
    @SequenceGenerator(name = "profile_seq", sequenceName = "profile_seq", allocationSize = 50)
    private Long id;

    private String phone;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "last_name")
    private String lastName;

    private String email;

    private String street1;

    private String street2;

    private String city;

    private String state;

    @Column(name = "postal_code")
    private String postalCode;

    private String country;

    @Column(name = "custom_fields")
    @Convert(converter = StringMapConverter.class)
    private Map<String, String> customFields = new TreeMap<>();

    @Enumerated(EnumType.STRING)
    private ProfileStatus status = ProfileStatus.NO_SUBSCRIPTIONS;

    @Column(name = "first_seen_type")
    @Enumerated(EnumType.STRING)
    private FirstSeenType firstSeenType = FirstSeenType.UNKNOWN;

    @Column(name = "first_seen_at")
    private OffsetDateTime firstSeenAt;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "updated_at")
    private OffsetDateTime updatedAt;

    @Column(name = "changed_here_at")
    private OffsetDateTime changedHereAt;

    @Column(name = "consent_revision")
    private int consentRevision;

    @Version
    private int version;

    protected Profile() {}

    /**
     * @param phone mobile number in E.164
     * @param firstSeenType how the person came to us
     * @param now the moment of creation
     */
    public Profile(String phone, FirstSeenType firstSeenType, OffsetDateTime now) {
        this.phone = Objects.requireNonNull(phone);
        this.firstSeenType = firstSeenType;
        this.firstSeenAt = now;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Notes that a person or an API call changed a field here: the nightly sync brings it to the CRM (R3.4). */
    public void changedHere(OffsetDateTime now) {
        updatedAt = now;
        changedHereAt = now;
    }

    /**
     * Notes that a sync changed a field: nothing is left to bring to the CRM that it came from. Another one gets it when
     * its export has the contact; it is not looked for there otherwise.
     */
    public void changedBySync(OffsetDateTime now) {
        updatedAt = now;
    }

    /**
     * Notes that a subscription or the suppression of the person changes. Whoever decided at the same time on what was
     * agreed before fails by the version and decides anew: a STOP is never overtaken (R4.1).
     */
    public void consentChanged() {
        consentRevision++;
    }

    public Long getId() {
        return id;
    }

    public String getPhone() {
        return phone;
    }

    public String getFirstName() {
        return firstName;
    }

    public void setFirstName(String firstName) {
        this.firstName = firstName;
    }

    public String getLastName() {
        return lastName;
    }

    public void setLastName(String lastName) {
        this.lastName = lastName;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getStreet1() {
        return street1;
    }

    public void setStreet1(String street1) {
        this.street1 = street1;
    }

    public String getStreet2() {
        return street2;
    }

    public void setStreet2(String street2) {
        this.street2 = street2;
    }

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = city;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getPostalCode() {
        return postalCode;
    }

    public void setPostalCode(String postalCode) {
        this.postalCode = postalCode;
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country;
    }

    public Map<String, String> getCustomFields() {
        return customFields;
    }

    public void setCustomFields(Map<String, String> customFields) {
        this.customFields = customFields;
    }

    public ProfileStatus getStatus() {
        return status;
    }

    public void setStatus(ProfileStatus status) {
        this.status = status;
    }

    public FirstSeenType getFirstSeenType() {
        return firstSeenType;
    }

    public OffsetDateTime getFirstSeenAt() {
        return firstSeenAt;
    }

    public OffsetDateTime getCreatedAt() {
        return createdAt;
    }

    public OffsetDateTime getUpdatedAt() {
        return updatedAt;
    }

    public OffsetDateTime getChangedHereAt() {
        return changedHereAt;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}
