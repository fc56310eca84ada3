package org.mobiledatasync.platform.entity;

import jakarta.ejb.ApplicationException;

/**
 * Something a caller asked for is not possible, and the message says why in words for the person who asked.
 *
 * <p>Rolls the transaction back and reaches the caller as it is, not wrapped in an {@code EJBException}. Its kinds are
 * the leaves; the web layer maps each to a page message or an HTTP status.
 */
@ApplicationException(rollback = true)
public abstract sealed class BusinessException extends RuntimeException
        permits NotFoundException, ConflictException, InvalidInputException, NotAllowedException {

    protected BusinessException(String message) {
        super(message);
    }
}
