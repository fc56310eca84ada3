package org.mobiledatasync.integration.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.mobiledatasync.platform.entity.EncryptedString;

/**
 * How to reach and enter the Salesforce organisation. The secrets are encrypted at rest.
 */
@Embeddable
public class SalesforceSignIn {
    @Column(name = "auth_method")
    @Enumerated(EnumType.STRING)
    private AuthMethod authMethod = AuthMethod.PASSWORD;

    private String login;

    @Convert(converter = EncryptedString.class)
    private String password;

    @Column(name = "security_token")
    @Convert(converter = EncryptedString.class)
    private String securityToken;

    @Column(name = "api_host")
    private String apiHost;

    @Column(name = "client_id")
    private String clientId;

    @Column(name = "client_secret")
    @Convert(converter = EncryptedString.class)
    private String clientSecret;

    @Column(name = "private_key")
    @Convert(converter = EncryptedString.class)
    private String privateKey;

    public AuthMethod getAuthMethod() {
        return authMethod;
    }

    public void setAuthMethod(AuthMethod authMethod) {
        this.authMethod = authMethod;
    }

    public String getLogin() {
        return login;
    }

    public void setLogin(String login) {
        this.login = login;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getSecurityToken() {
        return securityToken;
    }

    public void setSecurityToken(String securityToken) {
        this.securityToken = securityToken;
    }

    public String getApiHost() {
        return apiHost;
    }

    public void setApiHost(String apiHost) {
        this.apiHost = apiHost;
    }

    public String getClientId() {
        return clientId;
    }

    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    public String getClientSecret() {
        return clientSecret;
    }

    public void setClientSecret(String clientSecret) {
        this.clientSecret = clientSecret;
    }

    public String getPrivateKey() {
        return privateKey;
    }

    public void setPrivateKey(String privateKey) {
        this.privateKey = privateKey;
    }
}
