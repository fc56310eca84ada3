package org.mobiledatasync.intake.control;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mobiledatasync.intake.entity.ProfileImportRepository;
import org.mobiledatasync.platform.control.Settings;
import org.mobiledatasync.platform.control.TransactionRetry;
import org.mobiledatasync.schedule.control.JobWork;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.schedule.entity.JobKind;

/**
 * Works on every file that is being compared or carried out, one after the other; goes on where another life stopped. Lines past
 * their time are deleted (R8.3).
 */
@ApplicationScoped
public class ImportJob implements JobWork {
    private static final Logger LOG = Logger.getLogger(ImportJob.class.getName());
    private static final Duration INTERVAL = Duration.ofMinutes(5);
    private static final int CHUNK = 200;
    private static final int CLEANING_STEPS = 50;

    private ImportLedger ledger;
    private ProfileImportRepository imports;
    private Clock clock;

    protected ImportJob() {}

    @Inject
    public ImportJob(ImportLedger ledger, ProfileImportRepository imports, Clock clock) {
        this.ledger = ledger;
        this.imports = imports;
        this.clock = clock;
    }

    @Override
    public JobKind kind() {
        return JobKind.PROFILE_IMPORT;
    }

    @Override
    public Result run(Lease lease, Due due) {
        for (List<Long> atWork = imports.findAtWork(); !atWork.isEmpty(); atWork = imports.findAtWork()) {
            for (long importId : atWork) {
                work(lease, importId);
            }
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        OffsetDateTime oldest = now.minusDays(Settings.OUTCOME_RETENTION_DAYS.number());
        for (int step = 0; step < CLEANING_STEPS && ledger.deleteSome(lease, oldest); step++) {
            // what is left after that many steps waits for the next time
        }
        return new Result(now.plus(INTERVAL), null);
    }

    private void work(Lease lease, long importId) {
        boolean more = true;
        while (more) {
            more = step(lease, importId);
        }
    }

    /** Again when a person or a sync changed one of the profiles meanwhile; line by line when it still does not go. */
    private boolean step(Lease lease, long importId) {
        try {
            return TransactionRetry.call(() -> ledger.step(lease, importId, CHUNK));
        } catch (EJBException fault) {
            LOG.log(Level.WARNING, fault, () -> "event=import-chunk-failed import=" + importId);
        }
        for (int line = 0; line < CHUNK; line++) {
            if (!stepOfOne(lease, importId)) {
                return false;
            }
        }
        return true;
    }

    private boolean stepOfOne(Lease lease, long importId) {
        try {
            return ledger.step(lease, importId, 1);
        } catch (EJBException fault) {
            LOG.log(Level.WARNING, fault, () -> "event=import-line-failed import=" + importId);
            ledger.refuseNext(lease, importId);
            return true;
        }
    }
}
