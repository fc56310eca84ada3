package org.mobiledatasync.sync.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.mobiledatasync.integration.web.ChosenIntegration;
import org.mobiledatasync.sync.boundary.PreviewService;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.Preview;
import org.mobiledatasync.sync.entity.PreviewFindings;
import org.mobiledatasync.sync.entity.PreviewFindings.Sample;
import org.omnifaces.util.Faces;

/** The preview of the chosen integration's nightly sync: asked for, followed, stopped and read. */
@Named
@RequestScoped
public class PreviewBacking {

    @Inject
    private PreviewService previews;

    @Inject
    private ChosenIntegration chosen;

    private Preview preview;
    private PreviewFindings findings;

    @PostConstruct
    void load() {
        if (chosen.isChosen()) {
            preview = previews.find(id()).orElse(null);
            findings = preview == null ? null : preview.getFindings();
        }
    }

    /** A class of records in the preview. */
    public record ClassFound(Outcome outcome, long count, List<Sample> samples) {}

    public void start() {
        previews.start(id());
        showAgain();
    }

    public void stop() {
        previews.stop(id());
        showAgain();
    }

    private void showAgain() {
        Faces.redirect("data-sync/preview.xhtml?integration=%s", id());
    }

    private long id() {
        return chosen.getIntegration().getId();
    }

    /** Null when none was ever asked for. */
    public Preview getPreview() {
        return preview;
    }

    /** Null unless it is ready. */
    public PreviewFindings getFindings() {
        return findings;
    }

    /** The classes that have records; those that a person has to look at come first. */
    public List<ClassFound> getClasses() {
        return Stream.of(Outcome.values())
                .filter(findings.counts()::containsKey)
                .map(outcome -> new ClassFound(outcome, findings.counts().get(outcome), findings.samplesOf(outcome)))
                .toList();
    }
}
