package org.mobiledatasync.intake.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mobiledatasync.access.entity.AuditAction;
import org.mobiledatasync.access.entity.AuditChange;
import org.mobiledatasync.access.entity.AuditEntry;
import org.mobiledatasync.access.entity.AuditEntryRepository;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.consent.control.Consent;
import org.mobiledatasync.consent.control.ConsentChanges;
import org.mobiledatasync.consent.control.ConsentChanges.Change;
import org.mobiledatasync.consent.control.ConsentState;
import org.mobiledatasync.consent.entity.ConsentCause;
import org.mobiledatasync.consent.entity.ConsentSource;
import org.mobiledatasync.consent.entity.OptInResult;
import org.mobiledatasync.intake.entity.ImportRow;
import org.mobiledatasync.intake.entity.ImportState;
import org.mobiledatasync.intake.entity.ProfileImport;
import org.mobiledatasync.intake.entity.ProfileImportRepository;
import org.mobiledatasync.intake.entity.RowConsent;
import org.mobiledatasync.intake.entity.RowOutcome;
import org.mobiledatasync.profile.entity.FirstSeenType;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileRepository;

/** Decides about some lines of a file and, once it is being carried out, does it, all in the caller's transaction. */
@ApplicationScoped
public class ImportChunk {
    private static final String KIND = "Import";

    private ProfileImportRepository imports;
    private ImportedPeople people;
    private ProfileRepository profiles;
    private Consent consent;
    private Event<ConsentChanges> changed;
    private AuditEntryRepository audit;
    private Clock clock;

    protected ImportChunk() {}

    @Inject
    public ImportChunk(
            ProfileImportRepository imports,
            ImportedPeople people,
            ProfileRepository profiles,
            Consent consent,
            Event<ConsentChanges> changed,
            AuditEntryRepository audit,
            Clock clock) {
        this.imports = imports;
        this.people = people;
        this.profiles = profiles;
        this.consent = consent;
        this.changed = changed;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param rows the next lines of the file, in their order */
    void work(ProfileImport file, List<ImportRow> rows) {
        List<RowReading> readings = rows.stream()
                .map(row -> RowReading.of(file.getHeadings(), file.getPlan(), row.getCells()))
                .toList();
        List<String> phones =
                readings.stream().flatMap(row -> row.phone().stream()).toList();
        Map<String, Long> firstLines = new HashMap<>(
                imports.findFirstRows(file.getId(), phones, rows.get(0).getNumber()));
        ImportedPeople.Loaded known = people.load(phones, file.getPlan().getOptInPathId());
        List<Change> consentMoved = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ImportRow row = rows.get(i);
            RowReading reading = readings.get(i);
            Long first = reading.phone().map(firstLines::get).orElse(null);
            if (reading.refusal() != null || first != null) {
                row.decide(null, RowOutcome.REFUSED, refusal(reading, first), null);
            } else {
                firstLines.put(reading.phone().orElseThrow(), row.getNumber());
                decide(file, row, reading, known).ifPresent(consentMoved::add);
            }
            file.getCounts().count(row.getOutcome(), row.getConsent());
        }
        if (!consentMoved.isEmpty()) {
            changed.fire(new ConsentChanges(consentMoved));
        }
    }

    private static String refusal(RowReading reading, Long first) {
        return reading.refusal() != null
                ? reading.refusal()
                : "Line " + first + " has the same number. Only the first line of a number is taken.";
    }

    /** @return what the CRM has to hear of it */
    private Optional<Change> decide(
            ProfileImport file, ImportRow row, RowReading reading, ImportedPeople.Loaded known) {
        String phone = reading.phone().orElseThrow();
        Profile profile = known.profile(phone);
        RowDecision decision = RowDecision.of(reading, profile, file.getPlan().isOverwrite());
        if (file.getState() == ImportState.WORKING) {
            return carryOut(file, row, phone, decision, known);
        }
        row.decide(phone, decision.outcome(), null, expected(phone, known));
        return Optional.empty();
    }

    /** What will become of the consent, by the rules of {@link Consent#optIn} for a cause that is no fresh evidence. */
    private static RowConsent expected(String phone, ImportedPeople.Loaded known) {
        OptInPath path = known.path();
        if (path == null) {
            return null;
        }
        Profile profile = known.profile(phone);
        if (known.isSuppressed(phone) || profile != null && known.state(profile).isOptedOut()) {
            return RowConsent.BLOCKED;
        }
        if (profile != null && known.state(profile).in(path.getCampaignId()).isPresent()) {
            return RowConsent.MEMBER;
        }
        return path.isDoubleOptIn() ? RowConsent.ASKED : RowConsent.OPTED_IN;
    }

    private Optional<Change> carryOut(
            ProfileImport file, ImportRow row, String phone, RowDecision decision, ImportedPeople.Loaded known) {
        Profile former = known.profile(phone);
        boolean hadEmail = former != null && former.getEmail() != null;
        Profile person = write(file, row, phone, decision, known);
        ConsentState state = known.state(person);
        boolean before = state.isActive();
        ConsentCause cause = ConsentCause.of(ConsentSource.IMPORT, file.getUploadedBy(), evidence(file, row));
        RowConsent became = known.path() == null ? null : became(consent.optIn(state, known.path(), cause));
        row.decide(phone, decision.outcome(), null, became);
        // Who could not be exported for want of an e-mail address can be now (S18).
        boolean exportable = before && !hadEmail && person.getEmail() != null && known.isUnlinked(person);
        boolean joined = became == RowConsent.OPTED_IN && !before;
        return joined || exportable ? Optional.of(new Change(person.getId(), true, cause)) : Optional.empty();
    }

    private static RowConsent became(OptInResult result) {
        return switch (result) {
            case OPTED_IN -> RowConsent.OPTED_IN;
            case ASKED -> RowConsent.ASKED;
            case UNCHANGED -> RowConsent.MEMBER;
            case BLOCKED -> RowConsent.BLOCKED;
        };
    }

    private static String evidence(ProfileImport file, ImportRow row) {
        String source = file.getFileName() + ", line " + row.getNumber();
        return file.getPlan().evidence() == null ? source : file.getPlan().evidence() + " (" + source + ")";
    }

    private Profile write(
            ProfileImport file, ImportRow row, String phone, RowDecision decision, ImportedPeople.Loaded loaded) {
        Profile known = loaded.profile(phone);
        if (decision.outcome() == RowOutcome.UNCHANGED) {
            return known;
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        Profile profile = known == null ? new Profile(phone, FirstSeenType.IMPORT, now) : known;
        decision.write(profile);
        if (known == null) {
            if (loaded.isSuppressed(phone)) {
                consent.keepOut(profile);
            }
            profiles.add(profile);
            loaded.add(profile);
        } else {
            profile.changedHere(now);
        }
        List<AuditChange> changes = new ArrayList<>(decision.changes());
        changes.add(new AuditChange("File", "", file.getFileName() + ", line " + row.getNumber()));
        audit.add(new AuditEntry(
                now,
                file.getUploadedBy(),
                known == null ? AuditAction.CREATED : AuditAction.CHANGED,
                KIND,
                phone,
                changes));
        return profile;
    }
}
