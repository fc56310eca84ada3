package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mobiledatasync.salesforce.control.SalesforceFault;
import org.mobiledatasync.schedule.control.JobWork;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.schedule.entity.JobKind;
import org.mobiledatasync.sync.entity.Preview;
import org.mobiledatasync.sync.entity.PreviewState;

/** Makes the preview that somebody asked for. One that a dead server left is made from the start. */
@ApplicationScoped
public class PreviewJob implements JobWork {
    private static final Logger LOG = Logger.getLogger(PreviewJob.class.getName());
    private static final String FAULT_OF_OURS =
            "The preview failed by a fault of this server. The server's log says why; nothing was changed.";

    private PreviewLedger ledger;
    private NightlyPreview preview;

    protected PreviewJob() {}

    @Inject
    public PreviewJob(PreviewLedger ledger, NightlyPreview preview) {
        this.ledger = ledger;
        this.preview = preview;
    }

    @Override
    public JobKind kind() {
        return JobKind.PREVIEW;
    }

    @Override
    public Result run(Lease lease, Due due) {
        long integrationId = due.integrationId();
        Optional<Preview> asked = ledger.findAsked(integrationId);
        if (asked.isPresent() && due.failures() > 0) {
            ledger.end(lease, integrationId, PreviewState.FAILED, FAULT_OF_OURS);
        } else if (asked.isPresent()) {
            make(lease, asked.get());
        }
        return new Result(null, null);
    }

    private void make(Lease lease, Preview asked) {
        long integrationId = asked.getIntegrationId();
        try {
            preview.make(lease, integrationId);
        } catch (SalesforceFault fault) {
            LOG.log(Level.WARNING, "event=preview-failed integration={0} code={1} message={2}", new Object[] {
                String.valueOf(integrationId), fault.code(), fault.getMessage()
            });
            ledger.end(lease, integrationId, PreviewState.FAILED, fault.getMessage());
        }
    }
}
