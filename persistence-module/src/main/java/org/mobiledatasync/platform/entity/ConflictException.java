package org.mobiledatasync.platform.entity;

/**
 * The state of things forbids it now: somebody else changed it meanwhile, a run is already at work, the last
 * administrator would go.
 */
public final class ConflictException extends BusinessException {

    public ConflictException(String message) {
        super(message);
    }

    /** Somebody else saved {@code what} (such as "integration") after the caller had read it. */
    public static ConflictException lostUpdate(String what) {
        return new ConflictException(
                "Somebody else changed this " + what + " meanwhile. Load it again and repeat your change.");
    }
}
