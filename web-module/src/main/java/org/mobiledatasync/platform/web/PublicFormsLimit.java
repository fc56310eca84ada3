package org.mobiledatasync.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mobiledatasync.platform.boundary.PublicForms;
import org.mobiledatasync.platform.boundary.PublicForms.Form;

/**
 * Refuses what is no form, unread (413, 415), and public forms that one address sends too often: with status 429, in words
 * and with the time to wait.
 */
@WebFilter({"*.xhtml", "/profiles/join", "/profiles/opt_out"})
public class PublicFormsLimit extends HttpFilter {
    private static final Logger LOG = Logger.getLogger(PublicFormsLimit.class.getName());
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Map<String, Form> FORMS = Map.of(
            "/sign-in.xhtml", Form.SIGN_IN,
            "/profiles/join", Form.JOIN,
            "/profiles/opt_out", Form.LEAVE);

    @Inject
    private transient PublicForms forms;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Form form = FORMS.get(request.getServletPath());
        // First: a page of an error would read the body.
        OptionalInt refusal = FormBody.refusal(request, form != null);
        if (refusal.isPresent()) {
            // What is left unread would stand before the next request of the connection.
            response.setHeader("Connection", "close");
            response.sendError(refusal.getAsInt());
            return;
        }
        Optional<Duration> wait = form == null || !"POST".equals(request.getMethod())
                ? Optional.empty()
                : forms.count(form, request.getRemoteAddr(), request.getHeader("X-Forwarded-For"));
        if (wait.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        LOG.log(Level.INFO, "event=too-many-requests form={0}", form);
        response.setHeader("Retry-After", String.valueOf(wait.get().toSeconds() + 1));
        response.sendError(TOO_MANY_REQUESTS);
    }
}
