package org.mobiledatasync.platform.entity;

/** What was asked for does not exist, or no longer. */
public final class NotFoundException extends BusinessException {

    public NotFoundException(String message) {
        super(message);
    }

    /** The message "There is no {@code what} {@code id}.", as in "There is no integration 12." */
    public static NotFoundException of(String what, Object id) {
        return new NotFoundException("There is no " + what + " " + id + ".");
    }
}
