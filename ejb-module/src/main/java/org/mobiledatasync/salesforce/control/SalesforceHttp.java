package org.mobiledatasync.salesforce.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One exchange with Salesforce: no redirects, no endless waiting, and always told apart whether a failed request left
 * this server (R5.5, R6.3).
 *
 * <p>The JDK's client and not the MicroProfile REST client, since only the former can PATCH, and tells a request that
 * never left from one whose answer was lost.
 */
@ApplicationScoped
public class SalesforceHttp {
    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final Duration ANSWER = Duration.ofMinutes(2);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    /**
     * Sends a request and waits for its whole answer, two minutes at most.
     *
     * @throws SalesforceFault when no answer came
     */
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body, CallCounter counter) {
        counter.count();
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, body);
        try {
            HttpResponse<T> response = answer.get(ANSWER.toSeconds(), TimeUnit.SECONDS);
            response.headers().firstValue("Sforce-Limit-Info").ifPresent(counter::heard);
            return response;
        } catch (ExecutionException e) {
            throw fault(request, e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw SalesforceFault.answerLost("no answer from " + host(request) + " within two minutes", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw SalesforceFault.answerLost("this server is stopping", e);
        }
    }

    private static SalesforceFault fault(HttpRequest request, Throwable cause) {
        if (hasCause(cause, UnresolvedAddressException.class) || hasCause(cause, UnknownHostException.class)) {
            return SalesforceFault.neverLeft(FaultCode.HOST_UNKNOWN, host(request) + " is unknown", cause);
        }
        if (hasCause(cause, ConnectException.class) || hasCause(cause, HttpConnectTimeoutException.class)) {
            return SalesforceFault.neverLeft(FaultCode.NO_CONNECTION, "no connection to " + host(request), cause);
        }
        if (cause instanceof IOException) {
            return SalesforceFault.answerLost("connection to " + host(request) + " lost", cause);
        }
        throw new IllegalStateException(cause);
    }

    private static boolean hasCause(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String host(HttpRequest request) {
        return request.uri().getAuthority();
    }
}
