package org.mobiledatasync.platform.entity;

/** The person who asked is known, but their role does not permit it. */
public final class NotAllowedException extends BusinessException {

    public NotAllowedException(String message) {
        super(message);
    }

    /** What containers refuse by {@code @RolesAllowed}, in words. */
    public static NotAllowedException ofRole() {
        return new NotAllowedException("Your role does not permit this.");
    }
}
