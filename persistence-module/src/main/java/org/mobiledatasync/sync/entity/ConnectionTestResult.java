package org.mobiledatasync.sync.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.platform.entity.StoredAfter;

/** How the last test of an integration's connection ended. It speaks only of the configuration that was tested. */
@Entity
@Table(name = "connection_test")
@StoredAfter(Integration.class)
public class ConnectionTestResult {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "connection_test_seq")
    @SequenceGenerator(name = "connection_test_seq", sequenceName = "connection_test_seq", allocationSize = 50)
    private Long id;

    @Column(name = "integration_id")
    private Long integrationId;

    @Column(name = "integration_version")
    private int integrationVersion;

    private boolean passed;

    @Column(name = "tested_at")
    private OffsetDateTime testedAt;

    protected ConnectionTestResult() {}

    public ConnectionTestResult(Long integrationId) {
        this.integrationId = integrationId;
    }

    public void ended(boolean well, int versionOfIntegration, OffsetDateTime now) {
        passed = well;
        integrationVersion = versionOfIntegration;
        testedAt = now;
    }

    /** Whether it passed, and nobody changed the configuration since. */
    public boolean isPassedBy(Integration integration) {
        return passed && integrationVersion == integration.getVersion();
    }

    public Long getId() {
        return id;
    }

    public Long getIntegrationId() {
        return integrationId;
    }

    public OffsetDateTime getTestedAt() {
        return testedAt;
    }
}
