package org.mobiledatasync.consent.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.Subscription;
import org.mobiledatasync.campaign.entity.SubscriptionRepository;
import org.mobiledatasync.campaign.entity.SubscriptionStatus;
import org.mobiledatasync.consent.entity.ConsentAction;
import org.mobiledatasync.consent.entity.ConsentCause;
import org.mobiledatasync.consent.entity.ConsentEvent;
import org.mobiledatasync.consent.entity.ConsentEventRepository;
import org.mobiledatasync.consent.entity.ConsentSource;
import org.mobiledatasync.consent.entity.OptInResult;
import org.mobiledatasync.consent.entity.Suppression;
import org.mobiledatasync.consent.entity.SuppressionRepository;
import org.mobiledatasync.messaging.control.Outbox;
import org.mobiledatasync.messaging.entity.MessageKind;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileStatus;

/**
 * The only writer of consent. Works on what the caller has loaded, in the caller's transaction, and reads nothing per
 * person, so that a chunk of a sync stays a few statements.
 *
 * <p>The caller fires the returned changes as {@link ConsentChanges} (ConsentService), or writes what must follow itself
 * (the syncs).
 */
@ApplicationScoped
public class Consent {
    /** A web form does not prove that the number is the person's: it can't answer the question sent to it. */
    private static final Set<ConsentSource> ANSWERS = Set.of(ConsentSource.KEYWORD, ConsentSource.ADMINISTRATOR);

    private SubscriptionRepository subscriptions;
    private SuppressionRepository suppressions;
    private ConsentEventRepository events;
    private Outbox outbox;
    private Clock clock;

    protected Consent() {}

    @Inject
    public Consent(
            SubscriptionRepository subscriptions,
            SuppressionRepository suppressions,
            ConsentEventRepository events,
            Outbox outbox,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.suppressions = suppressions;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Subscribes the person through a path.
     *
     * <p>Fresh evidence ends an opt-out and its suppression, with double opt-in only once the person has answered. The
     * person's own text, or an administrator's record, is such an answer. Any other cause is blocked by an opt-out and
     * takes nobody in who is or was in the path's campaign.
     */
    public OptInResult optIn(ConsentState state, OptInPath path, ConsentCause cause) {
        if (state.isOptedOut() && !cause.isFreshEvidence()) {
            note(state.profile(), ConsentAction.RESUBSCRIBE_BLOCKED, cause, path, null, null);
            return OptInResult.BLOCKED;
        }
        Optional<Subscription> former = state.in(path.getCampaignId());
        boolean taken =
                former.filter(s -> s.isActive() || !cause.isFreshEvidence()).isPresent();
        if (taken && !state.isOptedOut()) {
            return OptInResult.UNCHANGED;
        }
        boolean asked =
                former.filter(s -> s.getStatus() == SubscriptionStatus.PENDING).isPresent();
        if (path.isDoubleOptIn() && !(asked && ANSWERS.contains(cause.source()))) {
            return asked ? OptInResult.ASKED : ask(state, path, former, cause);
        }
        return activate(state, path, former, cause);
    }

    /** Opts the person out of every campaign and suppresses the number. Once is enough: repeating it changes nothing. */
    public boolean optOut(ConsentState state, ConsentCause cause) {
        boolean changed = !state.isOptedOut();
        state.subscriptions().forEach(subscription -> end(state.profile(), subscription, cause));
        if (!state.suppressed()) {
            suppress(state.profile(), cause);
        }
        state.profile().setStatus(ProfileStatus.OPTED_OUT);
        return changed;
    }

    /**
     * Opts the person out of one campaign.
     *
     * @return whether the person now takes part in none, and did before
     */
    public boolean optOut(ConsentState state, Long campaignId, ConsentCause cause) {
        boolean active = state.isActive();
        state.in(campaignId).ifPresent(subscription -> end(state.profile(), subscription, cause));
        if (active && !state.isActive()) {
            state.profile().setStatus(ProfileStatus.OPTED_OUT);
            return true;
        }
        return false;
    }

    /** Notes that somebody or something wanted an opted-out person back in, and was refused (R4.1). */
    public void refuse(Profile profile, ConsentCause cause) {
        note(profile, ConsentAction.RESUBSCRIBE_BLOCKED, cause, null, null, null);
    }

    /** Gives a new profile of a suppressed number the status that it has: opted out. */
    public void keepOut(Profile profile) {
        profile.setStatus(ProfileStatus.OPTED_OUT);
    }

    /**
     * Notes that the profile is about to be deleted, and what it agreed to until then (R4.8). Who had opted out stays out:
     * without the profile only the suppression of the number can say so.
     */
    public void forget(Profile profile, ConsentCause cause) {
        if (profile.getStatus() == ProfileStatus.OPTED_OUT
                && suppressions.find(profile.getPhone()).isEmpty()) {
            suppress(profile, cause);
        }
        events.add(new ConsentEvent(profile.getPhone(), profile.getId(), ConsentAction.PROFILE_DELETED, cause, now())
                .moved(null, null, profile.getStatus().name(), null));
    }

    private void suppress(Profile profile, ConsentCause cause) {
        profile.consentChanged();
        suppressions.add(new Suppression(profile.getPhone(), cause, now()));
        note(profile, ConsentAction.SUPPRESSED, cause, null, null, null);
    }

    private void lift(ConsentState state, ConsentCause cause) {
        suppressions.find(state.profile().getPhone()).ifPresent(suppression -> {
            suppressions.remove(suppression);
            note(state.profile(), ConsentAction.SUPPRESSION_LIFTED, cause, null, null, null);
        });
    }

    private OptInResult ask(ConsentState state, OptInPath path, Optional<Subscription> former, ConsentCause cause) {
        state.profile().consentChanged();
        String before = former.map(s -> s.getStatus().name()).orElse(null);
        former.ifPresentOrElse(
                subscription -> subscription.ask(path.getId(), cause.source().name(), now()),
                () -> add(state, path, SubscriptionStatus.PENDING, cause));
        note(state.profile(), ConsentAction.OPT_IN_REQUESTED, cause, path, before, SubscriptionStatus.PENDING.name());
        send(state.profile(), path, MessageKind.CONFIRM, former);
        return OptInResult.ASKED;
    }

    private OptInResult activate(
            ConsentState state, OptInPath path, Optional<Subscription> former, ConsentCause cause) {
        state.profile().consentChanged();
        if (state.isOptedOut()) {
            lift(state, cause);
        }
        String before = former.map(s -> s.getStatus().name()).orElse(null);
        former.ifPresentOrElse(
                subscription ->
                        subscription.activate(path.getId(), cause.source().name(), now()),
                () -> add(state, path, SubscriptionStatus.ACTIVE, cause));
        note(state.profile(), ConsentAction.OPT_IN, cause, path, before, SubscriptionStatus.ACTIVE.name());
        state.profile().setStatus(ProfileStatus.ACTIVE_SUBSCRIBER);
        send(state.profile(), path, MessageKind.WELCOME, former);
        return OptInResult.OPTED_IN;
    }

    private void send(Profile profile, OptInPath path, MessageKind kind, Optional<Subscription> former) {
        if (former.isEmpty()) {
            outbox.queueFirst(profile, path, kind);
        } else {
            outbox.queue(profile, path, kind);
        }
    }

    private void add(ConsentState state, OptInPath path, SubscriptionStatus status, ConsentCause cause) {
        Subscription subscription = new Subscription(
                state.profile().getId(), path, status, cause.source().name(), now());
        subscriptions.add(subscription);
        state.subscriptions().add(subscription);
    }

    private void end(Profile profile, Subscription subscription, ConsentCause cause) {
        if (subscription.getStatus() != SubscriptionStatus.OPTED_OUT) {
            profile.consentChanged();
            events.add(new ConsentEvent(profile.getPhone(), profile.getId(), ConsentAction.OPT_OUT, cause, now())
                    .moved(
                            subscription.getCampaignId(),
                            subscription.getOptInPathId(),
                            subscription.getStatus().name(),
                            SubscriptionStatus.OPTED_OUT.name()));
            subscription.optOut(now());
        }
    }

    private void note(
            Profile profile, ConsentAction action, ConsentCause cause, OptInPath path, String from, String to) {
        events.add(new ConsentEvent(profile.getPhone(), profile.getId(), action, cause, now())
                .moved(path == null ? null : path.getCampaignId(), path == null ? null : path.getId(), from, to));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
