package org.mobiledatasync.platform.entity;

/**
 * The state of things forbids it now: somebody else changed it meanwhile, a run is already at work, the last
 * administrator would go.
 */
public final class ConflictException extends BusinessException {
    private final boolean lostUpdate;

    public ConflictException(String message) {
        this(message, false);
    }

    private ConflictException(String message, boolean lostUpdate) {
        super(message);
        this.lostUpdate = lostUpdate;
    }

    /** Somebody else saved {@code what} (such as "integration") after the caller had read it. */
    public static ConflictException lostUpdate(String what) {
        return new ConflictException(
                "Somebody else changed this " + what + " meanwhile. Load it again and repeat your change.", true);
    }

    /** Whether saving would undo what somebody else saved. */
    public boolean isLostUpdate() {
        return lostUpdate;
    }
}
