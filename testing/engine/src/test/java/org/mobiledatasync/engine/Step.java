package org.mobiledatasync.engine;

/**
 * Something that happens. Numbers choose whom and what it meets out of those that are there, so that a step means
 * something in every history.
 */
record Step(Deed deed, int who, int what) {

    @Override
    public String toString() {
        return deed + "(" + who + ", " + what + ")";
    }
}
