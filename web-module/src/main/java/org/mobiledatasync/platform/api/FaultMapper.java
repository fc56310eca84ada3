package org.mobiledatasync.platform.api;

import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.mobiledatasync.platform.entity.BusinessException;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.NotAllowedException;
import org.mobiledatasync.platform.entity.NotFoundException;

/**
 * Answers every exception of the JSON API with a {@link Problem}. What is not foreseen is a 500 with an incident number;
 * the exception itself is only in the log.
 */
@Provider
public class FaultMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(FaultMapper.class.getName());

    private static final Pattern PROPERTY = Pattern.compile("property '(\\w+)'");

    @Override
    public Response toResponse(Throwable fault) {
        return problem(fault).toResponse();
    }

    /** The first exception of the chain that we have an answer to decides: containers wrap. */
    static Problem problem(Throwable fault) {
        for (var cause : ExceptionUtils.getThrowableList(fault)) {
            if (cause instanceof BusinessException e) {
                return problem(e);
            } else if (cause instanceof UnreadableRequestException e) {
                return e.problem();
            } else if (cause instanceof ConstraintViolationException e) {
                return problem(e);
            } else if (cause instanceof OptimisticLockException) {
                return Problem.of(409, ConflictException.lostUpdate("entry").getMessage());
            } else if (cause instanceof EJBAccessException || cause instanceof AccessLocalException) {
                return problem(NotAllowedException.ofRole());
            } else if (cause instanceof JsonbException || cause instanceof JsonException) {
                return unreadable(fault);
            }
        }
        if (fault instanceof WebApplicationException e) {
            var status = e.getResponse().getStatus();
            return Problem.of(status, status == 404 ? "There is no such resource." : e.getMessage());
        }
        if (fault instanceof ProcessingException) {
            return Problem.of(400, "The request cannot be read.");
        }
        var incident = UUID.randomUUID().toString();
        LOG.log(Level.SEVERE, fault, () -> "event=api-fault incident=" + incident);
        return Problem.ofIncident(incident);
    }

    /** What the reader says names classes of ours; only the innermost property that it was at is for others. */
    private static Problem unreadable(Throwable fault) {
        String field = null;
        for (var cause : ExceptionUtils.getThrowableList(fault)) {
            var named = PROPERTY.matcher(String.valueOf(cause.getMessage()));
            field = named.find() ? named.group(1) : field;
        }
        var detail = "The JSON document cannot be read.";
        return field == null
                ? Problem.of(400, detail)
                : Problem.ofFields(400, detail, List.of(new Problem.FieldError(field, "This value cannot be read.")));
    }

    private static Problem problem(BusinessException fault) {
        if (fault instanceof InvalidInputException e) {
            return Problem.of(e);
        } else if (fault instanceof NotFoundException) {
            return Problem.of(404, fault.getMessage());
        } else if (fault instanceof NotAllowedException) {
            return Problem.of(403, fault.getMessage());
        }
        return Problem.of(409, fault.getMessage());
    }

    private static Problem problem(ConstraintViolationException fault) {
        var errors = fault.getConstraintViolations().stream()
                .map(violation -> new Problem.FieldError(field(violation), violation.getMessage()))
                .toList();
        return Problem.ofFields(422, "Some fields have to change.", errors);
    }

    /** The last name of the path: before it come the method and its parameter. */
    private static String field(ConstraintViolation<?> violation) {
        var name = "";
        for (var node : violation.getPropertyPath()) {
            name = node.getName();
        }
        return name;
    }
}
