package org.mobiledatasync.sync.web;

import java.util.List;
import org.mobiledatasync.sync.entity.Outcome;

/** Classes that say the same of a night at a glance; the texts are in the bundle, under {@code nights.}. */
public enum NightGroup {
    NEW,
    CHANGED,
    CONSENT,
    ATTENTION,
    LEFT_OUT,
    UNCHANGED;

    /** What the columns of the chart are made of, from below: the many records with which nothing is done would hide it. */
    static final List<NightGroup> SHOWN = List.of(NEW, CHANGED, CONSENT, ATTENTION);

    static NightGroup of(Outcome outcome) {
        if (outcome.needsAttention()) {
            return ATTENTION;
        }
        return switch (outcome) {
            case PROFILE_CREATED, CONTACT_CREATED -> NEW;
            case PROFILE_UPDATED, CONTACT_UPDATED, PROFILE_AND_CONTACT_UPDATED -> CHANGED;
            case NO_IMPORT, NO_EXPORT -> LEFT_OUT;
            case NO_DIFFERENCE, NO_NEW_CHANGES -> UNCHANGED;
            default -> CONSENT;
        };
    }
}
