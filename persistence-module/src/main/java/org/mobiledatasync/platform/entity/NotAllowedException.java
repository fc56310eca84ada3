package org.mobiledatasync.platform.entity;

/** The person who asked is known, but their role does not permit it. */
public final class NotAllowedException extends BusinessException {

    public NotAllowedException(String message) {
        super(message);
    }
}
