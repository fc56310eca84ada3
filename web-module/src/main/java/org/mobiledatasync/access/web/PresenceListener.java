package org.mobiledatasync.access.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import org.omnifaces.util.Beans;
import org.primefaces.component.poll.Poll;

/** Notes the {@link Presence} of whoever asks for a page or sends one: all but the polls, which pages send by themselves. */
public class PresenceListener implements PhaseListener {
    private static final String SOURCE = "jakarta.faces.source";

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        if (faces.getExternalContext().getSession(false) instanceof HttpSession session && !isPoll(faces)) {
            Presence.note(session, Beans.getReference(Clock.class).instant());
        }
    }

    private static boolean isPoll(FacesContext faces) {
        String source = faces.getExternalContext().getRequestParameterMap().get(SOURCE);
        return source != null
                && faces.getViewRoot() != null
                && faces.getViewRoot().findComponent(source) instanceof Poll;
    }
}
