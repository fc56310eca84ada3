package org.mobiledatasync.sync.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mobiledatasync.integration.web.ChosenIntegration;
import org.mobiledatasync.sync.boundary.ConnectionTest;
import org.mobiledatasync.sync.boundary.ConnectionTest.Check;

/** Tests the connection of the chosen integration; the page asks for it as soon as it is shown. */
@Named
@RequestScoped
public class ConnectionTestBacking {

    @Inject
    private ConnectionTest connection;

    @Inject
    private ChosenIntegration chosen;

    private List<Check> checks = List.of();

    public void run() {
        checks = connection.run(chosen.getIntegration().getId());
    }

    /** Empty before the test. */
    public List<Check> getChecks() {
        return checks;
    }

    public boolean isPassed() {
        return checks.stream().allMatch(Check::ok);
    }
}
