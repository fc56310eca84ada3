package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.platform.control.Settings;
import org.mobiledatasync.quota.control.Quota;
import org.mobiledatasync.salesforce.control.CallCounter;
import org.mobiledatasync.salesforce.control.ReportDownload;
import org.mobiledatasync.salesforce.control.SalesforceClient;
import org.mobiledatasync.salesforce.control.SalesforceFault;

/** Looks at everything that a run needs of Salesforce: sign-in, fields, export. Changes nothing. */
@ApplicationScoped
public class ConnectionChecks {
    private SyncPlanLedger plans;
    private SalesforceClient salesforce;
    private ReportDownload reports;
    private Quota quota;

    protected ConnectionChecks() {}

    @Inject
    public ConnectionChecks(SyncPlanLedger plans, SalesforceClient salesforce, ReportDownload reports, Quota quota) {
        this.plans = plans;
        this.salesforce = salesforce;
        this.reports = reports;
        this.quota = quota;
    }

    /**
     * One thing that was looked at.
     *
     * @param message what was found, or what to repair, in plain words
     */
    public record Check(String name, boolean ok, String message) {}

    /** What was found, in the order of looking; what depends on a failed check is not looked at. */
    public List<Check> run(long integrationId) {
        List<Check> checks = new ArrayList<>();
        CallCounter counter = new CallCounter();
        Optional<SyncPlan> plan = look(checks, "Configuration", "complete", () -> plans.read(integrationId));
        plan.flatMap(known -> look(
                        checks,
                        "Sign-in and API",
                        "signed in",
                        () -> new ContactFields(salesforce.describeContact(known.account(), counter))))
                .ifPresent(fields -> {
                    fields(checks, plan.get(), fields);
                    export(checks, plan.get(), counter);
                    quota.note(integrationId, counter);
                });
        return checks;
    }

    private static void fields(List<Check> checks, SyncPlan plan, ContactFields fields) {
        Optional<String> problem = fields.optInProblem(plan.optInField());
        checks.add(new Check(
                "Mobile opt-in field",
                problem.isEmpty(),
                problem.orElse(plan.optInField() + " is a writable checkbox.")));
        if (plan.externalId() != null) {
            Optional<String> wrong = fields.externalIdProblem(plan.externalId().field());
            checks.add(new Check(
                    "External id field",
                    wrong.isEmpty(),
                    wrong.orElse(plan.externalId().field() + " is a unique external id.")));
        }
        for (FieldMapping mapping : plan.mappings()) {
            String name = plan.apiName(mapping.getField());
            if (name != null && !FieldMapping.OPT_IN.equals(mapping.getField())) {
                checks.add(mapped(mapping, name, fields.find(name)));
            }
        }
    }

    private static Check mapped(FieldMapping mapping, String name, Optional<JsonObject> field) {
        String title = "Field " + mapping.getField();
        if (field.isEmpty()) {
            return new Check(title, false, "Salesforce's contacts have no field " + name + ".");
        }
        boolean written = mapping.isMerged() || FieldMapping.PHONE.equals(mapping.getField());
        if (written && !field.get().getBoolean("updateable", true)) {
            return new Check(title, false, "The user may not write the field " + name + ".");
        }
        return new Check(title, true, name + " is there.");
    }

    private void export(List<Check> checks, SyncPlan plan, CallCounter counter) {
        if (plan.exportUrl() == null) {
            checks.add(new Check(
                    "Custom Export",
                    true,
                    "There is none: opt-ins and opt-outs are sent, but updates in Salesforce are not pulled."));
            return;
        }
        look(checks, "Custom Export", null, () -> {
            Path file = temporaryFile();
            try {
                reports.download(plan.account(), plan.exportUrl(), file, () -> {}, counter);
                return read(plan, file);
            } finally {
                delete(file);
            }
        });
    }

    private static String read(SyncPlan plan, Path file) {
        ExportLayout layout;
        try (ExportReader reader = new ExportReader(file)) {
            layout = ExportLayout.of(
                    reader.header(),
                    plan.mappings(),
                    plan.pathRules().stream().map(SyncRules.PathRule::heading).toList());
        }
        try (ExportIndex index = ExportIndex.of(file, new ContactRecords(layout, plan.region()), () -> {})) {
            return "The export has every mapped heading and " + (index.rows() - index.footerRows()) + " rows.";
        }
    }

    private static <T> Optional<T> look(List<Check> checks, String name, String found, Supplier<T> step) {
        try {
            T result = step.get();
            checks.add(new Check(name, true, found == null ? String.valueOf(result) : found));
            return Optional.of(result);
        } catch (SalesforceFault fault) {
            checks.add(new Check(name, false, fault.getMessage()));
            return Optional.empty();
        }
    }

    private static Path temporaryFile() {
        try {
            Path folder = Settings.DATA_DIR.path().resolve("spool");
            Files.createDirectories(folder);
            return Files.createTempFile(folder, "test-", ".csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
