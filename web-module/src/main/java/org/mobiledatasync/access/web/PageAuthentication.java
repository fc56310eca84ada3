package org.mobiledatasync.access.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.mobiledatasync.access.boundary.Account;
import org.mobiledatasync.access.boundary.Roles;
import org.mobiledatasync.access.boundary.SignInService;
import org.omnifaces.util.Servlets;

/**
 * People sign in once on the sign-in page; from then on their session knows the login. The user is looked up for each
 * page, so that a change of the role, or making the user inactive, takes effect at once; a session ends when the password
 * is no longer that with which it began, or when nobody was {@linkplain Presence present} for its time.
 *
 * <p>Who is not signed in is sent to the sign-in page and from there back to the page that was asked for; who was signed
 * in and was away for too long is told so. Who has to change the password sees nothing but that page.
 */
@ApplicationScoped
public class PageAuthentication {

    private static final String LOGIN = "org.mobiledatasync.login";
    private static final String PASSWORD_MARK = "org.mobiledatasync.passwordMark";
    private static final String SIGN_IN_PAGE = "/sign-in.xhtml";
    private static final String ACCOUNT_PAGE = "/account.xhtml";
    private static final String RESOURCES = "/jakarta.faces.resource/";

    private SignInService signIn;
    private Clock clock;

    protected PageAuthentication() {}

    @Inject
    public PageAuthentication(SignInService signIn, Clock clock) {
        this.signIn = signIn;
        this.clock = clock;
    }

    /** Begins a session for somebody whose password was right, under a new session id (against session fixation). */
    static void begin(HttpServletRequest request, Account account) {
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(LOGIN, account.login());
        request.getSession().setAttribute(PASSWORD_MARK, account.passwordMark());
    }

    AuthenticationStatus validate(
            String path, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (path.startsWith(RESOURCES)) {
            return context.doNothing();
        }
        endWhenAway(request);
        var account = findAccount(request);
        if (account.isEmpty()) {
            return context.isProtected() ? askToSignIn(path, request, response) : context.doNothing();
        }
        if (account.get().mustChangePassword() && context.isProtected() && !path.equals(ACCOUNT_PAGE)) {
            Servlets.facesRedirect(request, response, ACCOUNT_PAGE.substring(1));
            return AuthenticationStatus.SEND_CONTINUE;
        }
        return context.notifyContainerAboutLogin(
                account.get().login(), Roles.of(account.get().role()));
    }

    private void endWhenAway(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null && Presence.isOver(session, clock.instant())) {
            session.invalidate();
        }
    }

    private Optional<Account> findAccount(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .flatMap(session -> Optional.ofNullable((String) session.getAttribute(LOGIN))
                        .flatMap(signIn::findAccount)
                        .filter(account -> account.passwordMark().equals(session.getAttribute(PASSWORD_MARK))));
    }

    private static AuthenticationStatus askToSignIn(
            String path, HttpServletRequest request, HttpServletResponse response) {
        var query = request.getQueryString();
        var wanted = query == null ? path : path + "?" + query;
        if (!"GET".equals(request.getMethod())) {
            // What is left unread would stand before the next request of the connection.
            response.setHeader("Connection", "close");
        }
        var ended = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        Servlets.facesRedirect(
                request, response, SIGN_IN_PAGE.substring(1) + (ended ? "?ended=true&to=%s" : "?to=%s"), wanted);
        return AuthenticationStatus.SEND_CONTINUE;
    }
}
