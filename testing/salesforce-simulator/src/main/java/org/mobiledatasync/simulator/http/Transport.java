package org.mobiledatasync.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Carries requests to the simulator and its answers back. */
public final class Transport implements HttpHandler {

    private static final Logger LOG = Logger.getLogger(Transport.class.getName());
    private static final long NO_BODY = -1;
    private static final long CHUNKED = 0;

    private final Function<Request, Answer> simulator;

    public Transport(Function<Request, Answer> simulator) {
        this.simulator = simulator;
    }

    @Override
    public void handle(HttpExchange exchange) {
        // Closing an exchange whose answer was not sent, or not whole, closes the connection under it.
        try (exchange) {
            send(exchange, simulator.apply(Request.receive(exchange)));
        } catch (IOException e) {
            LOG.log(Level.FINE, "event=connection-lost", e);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.SEVERE,
                    "event=simulator-defect path=" + exchange.getRequestURI().getPath(),
                    e);
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.status() == Answer.NO_ANSWER) {
            return;
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        if (!answer.contentType().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        }
        if (answer.length() == 0) {
            exchange.sendResponseHeaders(answer.status(), NO_BODY);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), answer.length() == Answer.UNKNOWN ? CHUNKED : answer.length());
        OutputStream out = exchange.getResponseBody();
        answer.body().writeTo(new UnclosedStream(out));
        out.flush();
        if (answer.length() == Answer.UNKNOWN) {
            out.close();
        }
    }
}
