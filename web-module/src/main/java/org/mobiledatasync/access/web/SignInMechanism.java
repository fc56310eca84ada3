package org.mobiledatasync.access.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Tells the container who sends a request: programs by {@link ApiAuthentication}, people by {@link PageAuthentication}.
 * What needs which role is declared in {@code web.xml} and, by {@code @RolesAllowed}, at the services.
 */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {

    private ApiAuthentication api;
    private PageAuthentication pages;

    protected SignInMechanism() {}

    @Inject
    public SignInMechanism(ApiAuthentication api, PageAuthentication pages) {
        this.api = api;
        this.pages = pages;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return ApiAuthentication.covers(path)
                ? api.validate(request, response, context)
                : pages.validate(path, request, response, context);
    }
}
