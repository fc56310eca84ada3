package org.mobiledatasync.sync.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathRepository;
import org.mobiledatasync.quota.control.Forecast;
import org.mobiledatasync.quota.control.QuotaAllowance;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.schedule.control.Leases;
import org.mobiledatasync.sync.control.NightlyLedger.Entry;
import org.mobiledatasync.sync.entity.CrmLink;
import org.mobiledatasync.sync.entity.CrmLinkRepository;
import org.mobiledatasync.sync.entity.OutboundChangeRepository;
import org.mobiledatasync.sync.entity.Preview;
import org.mobiledatasync.sync.entity.PreviewFindings;
import org.mobiledatasync.sync.entity.PreviewFindings.ForSalesforce;
import org.mobiledatasync.sync.entity.PreviewFindings.Join;
import org.mobiledatasync.sync.entity.PreviewFindings.JoinText;
import org.mobiledatasync.sync.entity.PreviewRepository;
import org.mobiledatasync.sync.entity.PreviewState;
import org.mobiledatasync.sync.entity.RunKind;
import org.mobiledatasync.sync.entity.SyncRunRepository;

/** What a preview reads, in short transactions, and the row of its progress and findings: the only thing that it writes. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PreviewLedger {
    private static final int PAGE = 1000;

    /** More profiles that changed here are not counted. */
    private static final int MOST_CHANGED_HERE = 100_000;

    private static final String STOPPED = "The preview was stopped.";
    private static final String NIGHTLY_BEGAN = "The nightly sync began meanwhile: its report says what it does.";

    @Inject
    private PreviewRepository previews;

    @Inject
    private SyncRunRepository runs;

    @Inject
    private CrmLinkRepository links;

    @Inject
    private OutboundChangeRepository changes;

    @Inject
    private OptInPathRepository paths;

    @Inject
    private ChunkLoader loader;

    @Inject
    private Leases leases;

    @Inject
    private Clock clock;

    /** The preview that was asked for and has not ended. */
    public Optional<Preview> findAsked(long integrationId) {
        return previews.find(integrationId).filter(Preview::isRunning);
    }

    /** Contacts whose profiles changed here since they were last in sync: the nightly sync reads those that the export lacks. */
    public Set<String> changedHere(long integrationId) {
        Set<String> contactIds = new HashSet<>();
        List<CrmLink> page;
        long after = 0;
        do {
            page = links.findChangedHere(integrationId, 0, after, PAGE);
            page.forEach(link -> contactIds.add(link.getContactId()));
            after = page.isEmpty() ? after : page.get(page.size() - 1).getId();
        } while (page.size() == PAGE && contactIds.size() < MOST_CHANGED_HERE);
        return contactIds;
    }

    /** Decides the entries as the nightly sync would, on what is true now; writes nothing. */
    public List<RecordEffects> decide(long integrationId, SyncRules rules, List<Entry> entries) {
        ChunkState state =
                loader.load(integrationId, entries.stream().map(Entry::contact).toList());
        return entries.stream()
                .map(entry -> RecordDecision.decide(
                        rules, entry.contact(), state.around(entry.contact(), entry.phoneShared())))
                .toList();
    }

    /**
     * Notes how far it is.
     *
     * @return false when it ended here: a person stopped it, or the nightly sync is at work
     */
    public boolean mayGoOn(Lease lease, long integrationId, long rows, long ofRows) {
        leases.renew(lease);
        Optional<Preview> asked = findAsked(integrationId);
        if (asked.isEmpty()) {
            return false;
        }
        Preview preview = asked.get();
        preview.reached(rows, ofRows);
        boolean nightly = runs.findRunning(integrationId, RunKind.NIGHTLY).isPresent();
        if (nightly || preview.isStopRequested()) {
            preview.end(PreviewState.STOPPED, nightly ? NIGHTLY_BEGAN : STOPPED, now());
        }
        return preview.isRunning();
    }

    /** @param toRead contacts that the nightly sync would have to read through the API */
    public void found(Lease lease, long integrationId, PreviewTally tally, long toRead) {
        leases.renew(lease);
        List<Join> joins = tally.joins().entrySet().stream()
                .map(join -> join(paths.get(join.getKey()), join.getValue()))
                .toList();
        ForSalesforce forSalesforce = new ForSalesforce(
                tally.updates(),
                toRead,
                tally.optIns(),
                changes.countContactsToMake(integrationId),
                requestsOfWaiting(integrationId));
        PreviewFindings findings = new PreviewFindings(
                tally.records(), tally.counts(), tally.newProfiles(), joins, forSalesforce, tally.samples());
        findAsked(integrationId).ifPresent(preview -> preview.found(findings, now()));
    }

    public void end(Lease lease, long integrationId, PreviewState how, String why) {
        leases.renew(lease);
        findAsked(integrationId).ifPresent(preview -> preview.end(how, why, now()));
    }

    private static Join join(OptInPath path, long people) {
        String text = path.isDoubleOptIn() ? path.getConfirmMessage() : path.getWelcomeMessage();
        JoinText kind = path.isDoubleOptIn() ? JoinText.CONFIRM : JoinText.WELCOME;
        return new Join(path.getId(), path.getName(), text == null || text.isBlank() ? JoinText.NONE : kind, people);
    }

    private long requestsOfWaiting(long integrationId) {
        long optOuts = changes.countPending(integrationId, false);
        long optIns = changes.countPending(integrationId, true);
        long linkedOptOuts = changes.countPendingLinked(integrationId, false);
        long linkedOptIns = changes.countPendingLinked(integrationId, true);
        Forecast.Waiting waiting =
                new Forecast.Waiting(linkedOptOuts, optOuts - linkedOptOuts, linkedOptIns, optIns - linkedOptIns, 0);
        return Forecast.of(waiting, new QuotaAllowance(null, 0), 0, 0, LocalDate.now(clock))
                .requests();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
