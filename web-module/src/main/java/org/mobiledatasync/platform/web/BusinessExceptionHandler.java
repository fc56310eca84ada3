package org.mobiledatasync.platform.web;

import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.mobiledatasync.platform.entity.BusinessException;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.NotAllowedException;
import org.mobiledatasync.platform.entity.NotFoundException;
import org.omnifaces.util.Beans;
import org.omnifaces.util.Faces;

/**
 * Shows a {@link BusinessException} of a page's action as messages on the same page, with everything that was entered
 * still there: next to the fields that it names ({@link FieldPlace}), otherwise on top. Backing beans therefore do not
 * catch. A page of something that does not exist is a 404.
 */
public class BusinessExceptionHandler extends ExceptionHandlerWrapper {

    /** Whether the page shows what it offers then ({@code mds:lostUpdate}). */
    private static final String LOST_UPDATE = "lostUpdate";

    BusinessExceptionHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        var context = FacesContext.getCurrentInstance();
        if (context.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE) {
            var events = getUnhandledExceptionQueuedEvents().iterator();
            while (events.hasNext()) {
                var fault = events.next().getContext().getException();
                if (!context.isPostback() && isMissing(fault)) {
                    events.remove();
                    sendNotFound(context);
                } else if (show(context, fault)) {
                    events.remove();
                    context.renderResponse();
                }
            }
        }
        getWrapped().handle();
    }

    private static boolean isMissing(Throwable fault) {
        return ExceptionUtils.indexOfType(fault, NotFoundException.class) >= 0;
    }

    /** There is nothing to show the message on. */
    private static void sendNotFound(FacesContext context) {
        try {
            context.getExternalContext().responseSendError(404, null);
            context.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean show(FacesContext context, Throwable fault) {
        for (var cause : ExceptionUtils.getThrowableList(fault)) {
            if (cause instanceof InvalidInputException e) {
                e.problems().forEach(problem -> addMessage(context, problem.field(), problem.message()));
                return true;
            } else if (cause instanceof ConflictException e && e.isLostUpdate()) {
                tellLostUpdate(context);
                return true;
            } else if (cause instanceof BusinessException e) {
                addMessage(context, null, e.getMessage());
                return true;
            } else if (cause instanceof OptimisticLockException) {
                tellLostUpdate(context);
                return true;
            } else if (cause instanceof EJBAccessException || cause instanceof AccessLocalException) {
                addMessage(context, null, NotAllowedException.ofRole().getMessage());
                return true;
            }
        }
        return false;
    }

    private static void tellLostUpdate(FacesContext context) {
        context.getExternalContext().getRequestMap().put(LOST_UPDATE, true);
        addMessage(context, null, Faces.getBundleString("frame.lostUpdate"));
    }

    private static void addMessage(FacesContext context, String field, String text) {
        var phrases = Beans.getReference(Phrases.class);
        var component = FieldPlace.find(context.getViewRoot(), field);
        var message = new FacesMessage(FacesMessage.SEVERITY_ERROR, phrases.of(text), null);
        context.addMessage(component.map(found -> found.getClientId(context)).orElse(null), message);
        context.validationFailed();
    }
}
