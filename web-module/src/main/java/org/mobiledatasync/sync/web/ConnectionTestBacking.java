package org.mobiledatasync.sync.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mobiledatasync.integration.web.ChosenIntegration;
import org.mobiledatasync.sync.boundary.ConnectionTest;
import org.mobiledatasync.sync.boundary.ConnectionTest.Check;
import org.mobiledatasync.sync.boundary.ConnectionTest.Result;
import org.mobiledatasync.sync.boundary.ConnectionTest.Sample;

/** Tests the connection of the chosen integration; the page asks for it as soon as it is shown. */
@Named
@RequestScoped
public class ConnectionTestBacking {

    @Inject
    private ConnectionTest connection;

    @Inject
    private ChosenIntegration chosen;

    private Result result = new Result(false, List.of(), List.of());

    public void run() {
        result = connection.run(chosen.getIntegration().getId());
    }

    /** Empty before the test. */
    public List<Check> getChecks() {
        return result.checks();
    }

    /** The first records of the export as a sync would read them. */
    public List<Sample> getSample() {
        return result.sample();
    }

    public boolean isPassed() {
        return result.ok();
    }
}
