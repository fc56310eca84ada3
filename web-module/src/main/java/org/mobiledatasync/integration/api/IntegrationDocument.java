package org.mobiledatasync.integration.api;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.mobiledatasync.integration.entity.AuthMethod;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.integration.entity.SyncType;
import org.mobiledatasync.platform.api.RequestValue;
import org.mobiledatasync.platform.entity.InvalidInputException;

/**
 * An integration as a JSON document. Its secrets are written and never read: absent from what is answered, and kept when
 * absent from what is sent.
 */
public class IntegrationDocument {
    static final String VERSION_READ =
            "The version of the integration that was read: when somebody else changed it, its "
                    + "mappings or its rules since, the answer is 409. Without it whatever is there is replaced.";

    private static final String TYPE = "SALESFORCE";
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    public Long id;
    public String type;
    public String name;
    public Boolean active;
    public String syncType;
    public String login;
    public String password;
    public String securityToken;
    public String apiHost;
    public String customExportUrl;
    public Long webOptInPathId;
    public String defaultFirstName;
    public String defaultLastName;
    public String sourceCode;
    public String mobileOptInField;
    public Integer dailyApiQuota;
    public String notes;
    public String timeZone;
    public String nightlyAt;
    public String defaultRegion;
    public String authMethod;
    public String clientId;
    public String clientSecret;
    public String privateKey;
    public String externalIdField;
    public String attention;
    public OffsetDateTime nextNightlyAt;
    public OffsetDateTime createdAt;
    public OffsetDateTime activatedAt;
    public Integer version;

    /** @param nextNightlyAt null while inactive */
    public static IntegrationDocument of(Integration integration, OffsetDateTime nextNightlyAt) {
        IntegrationDocument document = new IntegrationDocument();
        document.id = integration.getId();
        document.type = TYPE;
        document.name = integration.getName();
        document.active = integration.isActive();
        document.syncType = integration.getSyncType().name();
        document.login = integration.getSignIn().getLogin();
        document.apiHost = integration.getSignIn().getApiHost();
        document.authMethod = integration.getSignIn().getAuthMethod().name();
        document.clientId = integration.getSignIn().getClientId();
        document.customExportUrl = integration.getCustomExportUrl();
        document.webOptInPathId = integration.getWebOptInPathId();
        document.defaultFirstName = integration.getContactDefaults().getDefaultFirstName();
        document.defaultLastName = integration.getContactDefaults().getDefaultLastName();
        document.sourceCode = integration.getContactDefaults().getSourceCode();
        document.mobileOptInField = integration.getContactDefaults().getMobileOptInField();
        document.externalIdField = integration.getContactDefaults().getExternalIdField();
        document.dailyApiQuota = integration.getDailyApiQuota();
        document.notes = integration.getNotes();
        document.timeZone = integration.getTimeZone();
        document.nightlyAt = HOUR.format(integration.getNightlyAt());
        document.defaultRegion = integration.getDefaultRegion();
        document.attention = integration.getAttention();
        document.nextNightlyAt = nextNightlyAt;
        document.createdAt = integration.getCreatedAt();
        document.activatedAt = integration.getActivatedAt();
        document.version = integration.getVersion();
        return document;
    }

    /**
     * Writes the document into an integration that no transaction holds. What an integration can't be without keeps its
     * value when it is absent.
     *
     * @throws InvalidInputException naming a value that can't be read
     */
    public void writeTo(Integration integration) {
        if (type != null && !TYPE.equalsIgnoreCase(type)) {
            throw new InvalidInputException("type", "The only type of integration is " + TYPE + ".");
        }
        integration.setName(name == null ? integration.getName() : name.trim());
        integration.setSyncType(RequestValue.constant("syncType", syncType, SyncType.class, integration.getSyncType()));
        integration.setCustomExportUrl(customExportUrl);
        integration.setWebOptInPathId(webOptInPathId);
        integration.setDailyApiQuota(dailyApiQuota);
        integration.setNotes(notes);
        integration.setTimeZone(timeZone == null ? integration.getTimeZone() : timeZone);
        integration.setNightlyAt(nightlyAt == null ? integration.getNightlyAt() : hour());
        integration.setDefaultRegion(defaultRegion == null ? integration.getDefaultRegion() : defaultRegion);
        writeSignIn(integration);
        writeDefaults(integration);
    }

    private void writeSignIn(Integration integration) {
        var signIn = integration.getSignIn();
        signIn.setAuthMethod(RequestValue.constant("authMethod", authMethod, AuthMethod.class, signIn.getAuthMethod()));
        signIn.setLogin(login == null ? signIn.getLogin() : login.trim());
        signIn.setApiHost(apiHost == null ? signIn.getApiHost() : apiHost);
        signIn.setClientId(clientId == null ? signIn.getClientId() : clientId);
        signIn.setPassword(kept(password, signIn.getPassword()));
        signIn.setSecurityToken(kept(securityToken, signIn.getSecurityToken()));
        signIn.setClientSecret(kept(clientSecret, signIn.getClientSecret()));
        signIn.setPrivateKey(kept(privateKey, signIn.getPrivateKey()));
    }

    private void writeDefaults(Integration integration) {
        var defaults = integration.getContactDefaults();
        defaults.setDefaultFirstName(defaultFirstName == null ? defaults.getDefaultFirstName() : defaultFirstName);
        defaults.setDefaultLastName(defaultLastName == null ? defaults.getDefaultLastName() : defaultLastName);
        defaults.setSourceCode(sourceCode == null ? defaults.getSourceCode() : sourceCode);
        defaults.setMobileOptInField(
                mobileOptInField == null ? defaults.getMobileOptInField() : mobileOptInField.trim());
        defaults.setExternalIdField(externalIdField);
    }

    private static String kept(String sent, String stored) {
        return sent == null ? stored : sent;
    }

    private LocalTime hour() {
        try {
            return LocalTime.parse(nightlyAt.trim());
        } catch (DateTimeParseException e) {
            throw new InvalidInputException("nightlyAt", "\"" + nightlyAt + "\" is not an hour such as 02:00.");
        }
    }
}
