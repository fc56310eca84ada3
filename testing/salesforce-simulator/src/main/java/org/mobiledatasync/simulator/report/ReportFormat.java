package org.mobiledatasync.simulator.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mobiledatasync.simulator.call.Call;
import org.mobiledatasync.simulator.call.Fault;
import org.mobiledatasync.simulator.call.FaultKind;
import org.mobiledatasync.simulator.http.ApiError;

/** How the faults of one download bend the columns and cells of the report. */
final class ReportFormat {

    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    private static final Map<String, List<String>> HEADINGS = Map.of(
            "de",
            List.of(
                    "Kontakt-ID",
                    "Vorname",
                    "Nachname",
                    "E-Mail",
                    "Mobil",
                    "Mobil-Abonnent",
                    "Postanschrift Straße",
                    "Postanschrift Ort",
                    "Postanschrift Bundesland/Kanton",
                    "Postanschrift Postleitzahl",
                    "Postanschrift Land",
                    "Gruppe"),
            "es",
            List.of(
                    "Id. de contacto",
                    "Nombre",
                    "Apellidos",
                    "Correo electrónico",
                    "Móvil",
                    "Suscriptor móvil",
                    "Calle de correo",
                    "Ciudad de correo",
                    "Estado o provincia de correo",
                    "Código postal de correo",
                    "País de correo",
                    "Grupo"));

    private final Call call;
    private final List<String> headings;

    ReportFormat(Call call, List<String> headings) {
        this.call = call;
        this.headings = headings;
        call.faults().forEach(this::check);
    }

    /** A fault that would silently do nothing would let a test pass that should not. */
    private void check(Fault fault) {
        boolean column = fault.text("heading").map(headings::contains).orElse(true);
        boolean language = fault.text("language").map(HEADINGS::containsKey).orElse(true);
        if (!column || !language) {
            throw new ApiError(500, "INVALID_ORDER", "The report has no such column or language: " + fault.toJson());
        }
    }

    List<String> headingLine() {
        List<String> line = new ArrayList<>(call.fault(FaultKind.LABEL_LANGUAGE)
                .flatMap(fault -> fault.text("language"))
                .flatMap(language -> Optional.ofNullable(HEADINGS.get(language)))
                .filter(translated -> translated.size() == headings.size())
                .orElse(headings));
        call.fault(FaultKind.RENAMED_HEADING).ifPresent(fault -> column(fault, "Mobile")
                .ifPresent(at -> line.set(at, fault.text("newHeading").orElse("Renamed"))));
        return arranged(line);
    }

    List<String> row(List<String> cells, boolean first) {
        if (!first) {
            return arranged(cells);
        }
        List<String> bent = new ArrayList<>(cells);
        call.fault(FaultKind.NUL).ifPresent(fault -> column(fault, "Last Name")
                .ifPresent(at -> bent.set(at, "Nul" + '\0' + bent.get(at))));
        call.fault(FaultKind.BIG_FIELD).ifPresent(fault -> column(fault, "Mailing Street")
                .ifPresent(at -> bent.set(at, "x".repeat(fault.number("bytes", TEN_MEGABYTES)))));
        return arranged(bent);
    }

    /** Leaves the missing column out and puts the doubled one in twice. */
    private List<String> arranged(List<String> cells) {
        Optional<Integer> doubled = call.fault(FaultKind.DUPLICATE_HEADING).flatMap(fault -> column(fault, "Mobile"));
        Optional<Integer> missing = call.fault(FaultKind.MISSING_HEADING).flatMap(fault -> column(fault, "Mobile"));
        if (doubled.isEmpty() && missing.isEmpty()) {
            return cells;
        }
        List<String> arranged = new ArrayList<>(cells);
        doubled.ifPresent(at -> arranged.add(cells.get(at)));
        missing.ifPresent(at -> arranged.remove(at.intValue()));
        return arranged;
    }

    private Optional<Integer> column(Fault fault, String otherwise) {
        int at = headings.indexOf(fault.text("heading").orElse(otherwise));
        return at < 0 ? Optional.empty() : Optional.of(at);
    }
}
