package org.mobiledatasync.intake.entity;

/** How far a file is. Until {@link #WORKING} nothing but the file itself is stored. */
public enum ImportState {
    /** Its lines are being stored. One that stays so was interrupted, and has to be uploaded again. */
    READING,
    /** Somebody has to say which column is what. */
    COLUMNS,
    /** The lines are being compared with what we know. */
    CHECKING,
    /** Somebody has to look at the preview. */
    CHECKED,
    /** The lines are being carried out. */
    WORKING,
    DONE;

    /** Whether it moves on by itself. */
    public boolean isAtWork() {
        return this == CHECKING || this == WORKING;
    }
}
