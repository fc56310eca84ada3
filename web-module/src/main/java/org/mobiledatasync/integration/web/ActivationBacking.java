package org.mobiledatasync.integration.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.mobiledatasync.integration.boundary.IntegrationService;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.platform.entity.BusinessException;
import org.mobiledatasync.platform.entity.InvalidInputException.Problem;
import org.mobiledatasync.platform.web.Phrases;
import org.mobiledatasync.sync.boundary.ActivationService;
import org.mobiledatasync.sync.boundary.ConnectionTest;
import org.mobiledatasync.sync.boundary.ConnectionTest.Check;
import org.mobiledatasync.sync.boundary.PreviewService;
import org.mobiledatasync.sync.entity.Preview;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/**
 * Says what activating will do, and does it (S14): when nothing is missing, and the connection was tested with success.
 *
 * <p>The page tests as soon as it is shown, and asks for a preview when there is no recent one.
 */
@Named
@RequestScoped
public class ActivationBacking {
    private static final Duration PREVIEW_HOLDS = Duration.ofMinutes(15);

    @Inject
    private IntegrationService integrations;

    @Inject
    private ConnectionTest connection;

    @Inject
    private ActivationService activation;

    @Inject
    private PreviewService previews;

    @Inject
    private ChosenIntegration chosen;

    @Inject
    private Phrases phrases;

    @Inject
    private Clock clock;

    private List<Problem> missing = List.of();
    private OffsetDateTime firstNightly;
    private List<Check> failed = List.of();

    @PostConstruct
    void load() {
        if (chosen.isChosen()) {
            missing = integrations.findMissing(id());
            firstNightly = integrations.firstNightly(id());
        }
    }

    public void test() {
        failed = connection.run(id()).checks().stream()
                .filter(check -> !check.ok())
                .toList();
        if (failed.isEmpty() && isPulling() && !isPreviewRecent()) {
            try {
                previews.start(id());
            } catch (BusinessException refused) {
                Messages.addGlobalInfo(phrases.of(refused.getMessage()));
            }
        }
    }

    private boolean isPreviewRecent() {
        return previews.find(id())
                .filter(preview ->
                        preview.isRunning() || preview.isReady() && isWithin(PREVIEW_HOLDS, preview.getAskedAt()))
                .isPresent();
    }

    public void activate() {
        Integration activated = activation.activate(id());
        Messages.addFlashGlobalInfo(Faces.getBundleString("activate.done"), activated.getName());
        chosen.goHome();
    }

    private boolean isWithin(Duration span, OffsetDateTime time) {
        return time.plus(span).isAfter(OffsetDateTime.now(clock));
    }

    private long id() {
        return chosen.getIntegration().getId();
    }

    /** What activating is refused for. */
    public List<Problem> getMissing() {
        return missing;
    }

    public OffsetDateTime getFirstNightly() {
        return firstNightly;
    }

    /** Whether the connection was tested with success just now. */
    public boolean isTested() {
        return integrations.isTested(id());
    }

    /** What the test that was just made found wrong. */
    public List<Check> getFailed() {
        return failed;
    }

    /** Whether there is an export to pull from. */
    public boolean isPulling() {
        String url = chosen.getIntegration().getCustomExportUrl();
        return url != null && !url.isBlank();
    }

    /** What the first nightly sync would do; null when that is not known. */
    public Preview getPreview() {
        return previews.find(id()).orElse(null);
    }
}
