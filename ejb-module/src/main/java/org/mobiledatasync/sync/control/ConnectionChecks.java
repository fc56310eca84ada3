package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mobiledatasync.quota.control.Quota;
import org.mobiledatasync.salesforce.control.CallCounter;
import org.mobiledatasync.salesforce.control.SalesforceClient;
import org.mobiledatasync.salesforce.control.SalesforceFault;
import org.mobiledatasync.salesforce.control.SalesforceSessions;

/** Looks at everything that a run needs of Salesforce: sign-in, fields, export, calls left. Changes nothing. */
@ApplicationScoped
public class ConnectionChecks {
    private SyncPlanLedger plans;
    private SalesforceSessions sessions;
    private SalesforceClient salesforce;
    private ExportCheck export;
    private Quota quota;

    protected ConnectionChecks() {}

    @Inject
    public ConnectionChecks(
            SyncPlanLedger plans,
            SalesforceSessions sessions,
            SalesforceClient salesforce,
            ExportCheck export,
            Quota quota) {
        this.plans = plans;
        this.sessions = sessions;
        this.salesforce = salesforce;
        this.export = export;
        this.quota = quota;
    }

    /**
     * One thing that was looked at.
     *
     * @param message what was found, or what to repair, in plain words
     */
    public record Check(String name, boolean ok, String message) {}

    /**
     * All that was looked at.
     *
     * @param sample the first records of the export, read as a sync reads them; empty without an export
     */
    public record Found(List<Check> checks, List<ContactRecord> sample) {}

    /** What was found, in the order of looking; what depends on a failed check is not looked at. */
    public Found run(long integrationId) {
        List<Check> checks = new ArrayList<>();
        List<ContactRecord> sample = new ArrayList<>();
        CallCounter counter = new CallCounter();
        Optional<SyncPlan> plan =
                look(checks, "Configuration", () -> plans.read(integrationId), known -> "It can be read.");
        plan.flatMap(known -> contactFields(checks, known, counter)).ifPresent(fields -> {
            checks.addAll(FieldChecks.of(plan.get(), fields));
            sample.addAll(export(checks, plan.get(), counter));
            checks.add(callsLeft(counter));
        });
        if (plan.isPresent()) {
            quota.note(integrationId, counter);
        }
        return new Found(checks, sample);
    }

    /**
     * The fields of Contact as Salesforce describes them to the integration's user. One call, or two with a sign-in,
     * counted like those of a sync.
     *
     * @throws SalesforceFault when Salesforce does not answer with them
     */
    public ContactFields describe(long integrationId) {
        CallCounter counter = new CallCounter();
        SyncPlan plan = plans.read(integrationId);
        try {
            return new ContactFields(salesforce.describeContact(plan.account(), counter));
        } finally {
            quota.note(integrationId, counter);
        }
    }

    private Optional<ContactFields> contactFields(List<Check> checks, SyncPlan plan, CallCounter counter) {
        // Signs in anew: a session of before would hide a password that was changed since.
        return look(
                        checks,
                        "Sign-in",
                        () -> sessions.renewed(plan.account(), counter),
                        session -> "Signed in to " + session.instance().getAuthority() + ".")
                .flatMap(session -> look(
                        checks,
                        "API",
                        () -> new ContactFields(salesforce.describeContact(plan.account(), counter)),
                        fields -> "The user may use the API and sees "
                                + fields.names().size() + " fields of contacts."));
    }

    private List<ContactRecord> export(List<Check> checks, SyncPlan plan, CallCounter counter) {
        if (plan.exportUrl() == null) {
            checks.add(new Check(
                    "Custom Export",
                    true,
                    "There is none: opt-ins and opt-outs are sent, but updates in Salesforce are not pulled."));
            return List.of();
        }
        return look(
                        checks,
                        "Custom Export",
                        () -> export.look(plan, counter),
                        found -> "The user may export the report. It has every mapped heading, and this many rows: "
                                + found.rows() + ".")
                .map(ExportCheck.Found::sample)
                .orElse(List.of());
    }

    private static Check callsLeft(CallCounter counter) {
        CallCounter.Usage usage = counter.usage();
        if (usage == null) {
            return new Check("API calls left", true, "Salesforce did not say how many.");
        }
        long left = Math.max(0, usage.max() - usage.used());
        return new Check(
                "API calls left",
                left > 0,
                left + " of the " + usage.max()
                        + " calls that Salesforce allows your organisation within 24 hours, for all its programs."
                        + (left > 0 ? "" : " They free up by themselves as the hours pass."));
    }

    private static <T> Optional<T> look(
            List<Check> checks, String name, Supplier<T> step, Function<T, String> message) {
        try {
            T result = step.get();
            checks.add(new Check(name, true, message.apply(result)));
            return Optional.of(result);
        } catch (SalesforceFault fault) {
            checks.add(new Check(name, false, fault.getMessage()));
            return Optional.empty();
        }
    }
}
