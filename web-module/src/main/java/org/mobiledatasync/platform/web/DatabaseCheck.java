package org.mobiledatasync.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.mobiledatasync.platform.boundary.SystemService;

/** Ready while the database answers; {@code /health/ready} tells load balancers and the start script. */
@Readiness
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {

    private SystemService system;

    protected DatabaseCheck() {}

    @Inject
    public DatabaseCheck(SystemService system) {
        this.system = system;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database")
                .status(system.isDatabaseReachable())
                .build();
    }
}
