package org.mobiledatasync.integration.web;

import java.util.ArrayList;
import java.util.List;

/** One step of the guided start. */
public record GuideStep(Name name, State state) {

    /** What is to be done; the texts are in the bundle, under {@code guide.}. */
    public enum Name {
        CAMPAIGN("/campaigns/index", false),
        INTEGRATION("/data-sync/configure", false),
        MAPPINGS("/data-sync/mappings", true),
        TEST("/data-sync/test", true),
        ACTIVATE("/data-sync/activate", true);

        private final String page;
        private final boolean ofIntegration;

        Name(String page, boolean ofIntegration) {
            this.page = page;
            this.ofIntegration = ofIntegration;
        }

        /** Where it is done. */
        public String page() {
            return page;
        }

        /** Whether it can't be done before there is an integration. */
        public boolean ofIntegration() {
            return ofIntegration;
        }
    }

    /** How a step stands. */
    public enum State {
        DONE,
        /** The first one that is not done. */
        NEXT,
        LATER
    }

    /** @param done of the steps in their order; the last is never done, since then there is no guide any more */
    static List<GuideStep> inOrder(boolean... done) {
        List<GuideStep> steps = new ArrayList<>();
        boolean nextIsNamed = false;
        for (Name name : Name.values()) {
            boolean isDone = name.ordinal() < done.length && done[name.ordinal()];
            State open = nextIsNamed ? State.LATER : State.NEXT;
            nextIsNamed |= !isDone;
            steps.add(new GuideStep(name, isDone ? State.DONE : open));
        }
        return steps;
    }
}
