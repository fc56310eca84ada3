package org.mobiledatasync.access.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mobiledatasync.access.boundary.Account;
import org.mobiledatasync.access.boundary.ApiTokenService;
import org.mobiledatasync.access.boundary.Roles;
import org.mobiledatasync.access.boundary.SignInResult;
import org.mobiledatasync.access.boundary.SignInService;
import org.mobiledatasync.platform.api.Problem;
import org.mobiledatasync.platform.boundary.PublicForms;

/**
 * Programs send a login and password (HTTP Basic) or an API token (Bearer) with each request. No session is made; a
 * refusal is a problem document (RFC 9457). Wrong passwords are counted by address, before a hash is made: a hash is slow.
 */
@ApplicationScoped
public class ApiAuthentication {

    private static final Logger LOG = Logger.getLogger(ApiAuthentication.class.getName());

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FORBIDDEN = HttpServletResponse.SC_FORBIDDEN;
    private static final int UNAUTHORIZED = HttpServletResponse.SC_UNAUTHORIZED;

    private SignInService signIn;
    private ApiTokenService tokens;
    private PublicForms forms;

    protected ApiAuthentication() {}

    @Inject
    public ApiAuthentication(SignInService signIn, ApiTokenService tokens, PublicForms forms) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.forms = forms;
    }

    /** Whether programs, not people, ask for this path. */
    static boolean covers(String path) {
        return path.startsWith("/api/") || path.equals("/metrics") || path.startsWith("/metrics/");
    }

    AuthenticationStatus validate(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        // A browser that once was given a password sends it with other sites' requests too.
        if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            return refuse(response, FORBIDDEN, "Requests of other web sites are not accepted.");
        }
        var credentials = ApiCredentials.of(request.getHeader("Authorization"));
        if (credentials instanceof ApiCredentials.Token token) {
            return tokens.findAccount(token.value())
                    .map(account -> accept(account, context))
                    .orElseGet(() -> refuse(response, UNAUTHORIZED, "The API token is not, or no longer, valid."));
        }
        if (credentials instanceof ApiCredentials.Password given) {
            return checkPassword(given, request, response, context);
        }
        return context.isProtected()
                ? refuse(response, UNAUTHORIZED, "Send a login and password (Basic) or an API token (Bearer).")
                : context.doNothing();
    }

    private AuthenticationStatus checkPassword(
            ApiCredentials.Password given,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context) {
        var peer = request.getRemoteAddr();
        var forwardedFor = request.getHeader("X-Forwarded-For");
        var wait = forms.remaining(PublicForms.Form.API, peer, forwardedFor);
        if (wait.isPresent()) {
            LOG.log(Level.INFO, "event=too-many-requests form={0}", PublicForms.Form.API);
            response.setHeader("Retry-After", String.valueOf(wait.get().toSeconds() + 1));
            return refuse(response, TOO_MANY_REQUESTS, "Too many wrong passwords came from your address.");
        }
        var result = signIn.signIn(given.login(), given.password());
        if (result instanceof SignInResult.Accepted accepted) {
            return accepted.account().mustChangePassword()
                    ? refuse(response, FORBIDDEN, "Sign in with a browser first and choose a password of your own.")
                    : accept(accepted.account(), context);
        }
        forms.count(PublicForms.Form.API, peer, forwardedFor);
        return refuse(
                response,
                UNAUTHORIZED,
                result instanceof SignInResult.LockedOut
                        ? "Too many wrong passwords. Try again in 15 minutes."
                        : "The login or the password is wrong.");
    }

    private static AuthenticationStatus accept(Account account, HttpMessageContext context) {
        return context.notifyContainerAboutLogin(account.login(), Roles.of(account.role()));
    }

    private static AuthenticationStatus refuse(HttpServletResponse response, int status, String reason) {
        if (status == UNAUTHORIZED) {
            response.addHeader("WWW-Authenticate", "Basic realm=\"Mobile Data Sync\", charset=\"UTF-8\"");
            response.addHeader("WWW-Authenticate", "Bearer realm=\"Mobile Data Sync\"");
        }
        try {
            Problem.of(status, reason).writeTo(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }
}
