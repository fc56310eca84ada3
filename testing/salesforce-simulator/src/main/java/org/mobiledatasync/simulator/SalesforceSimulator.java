package org.mobiledatasync.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;
import org.mobiledatasync.simulator.call.Call;
import org.mobiledatasync.simulator.call.CallLog;
import org.mobiledatasync.simulator.call.CallPipeline;
import org.mobiledatasync.simulator.call.Faults;
import org.mobiledatasync.simulator.control.ControlApi;
import org.mobiledatasync.simulator.control.Simulation;
import org.mobiledatasync.simulator.http.Answer;
import org.mobiledatasync.simulator.http.ApiError;
import org.mobiledatasync.simulator.http.LoginPage;
import org.mobiledatasync.simulator.http.Request;
import org.mobiledatasync.simulator.http.Transport;
import org.mobiledatasync.simulator.oauth.OAuthApi;
import org.mobiledatasync.simulator.organisation.Organisation;
import org.mobiledatasync.simulator.organisation.Sessions;
import org.mobiledatasync.simulator.query.QueryCursors;
import org.mobiledatasync.simulator.report.Report;
import org.mobiledatasync.simulator.report.ReportResource;
import org.mobiledatasync.simulator.rest.RestApi;
import org.mobiledatasync.simulator.sample.SampleContacts;
import org.mobiledatasync.simulator.soap.SoapApi;

/** A running simulator. It listens on the loopback address only, and serves until it is closed. */
public final class SalesforceSimulator implements AutoCloseable {

    static {
        // Without it every small answer on a kept connection waits for a delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Faults faults;

    private SalesforceSimulator(HttpServer server, ExecutorService threads, Faults faults) {
        this.server = server;
        this.threads = threads;
        this.faults = faults;
    }

    /** Starts a simulator; when this returns, it answers. */
    public static SalesforceSimulator start(SimulatorOptions options) {
        Organisation organisation = new Organisation(Clock.systemUTC());
        Simulation simulation = new Simulation(
                organisation,
                new Sessions(),
                new CallLog(),
                new Faults(),
                new Report(organisation),
                new QueryCursors(),
                options.contacts(),
                options.seed());
        new SampleContacts(organisation, options.seed()).add(options.contacts());
        try {
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
            // Not bounded: calls that hang by order must not keep others from being served.
            ExecutorService threads = Executors.newCachedThreadPool();
            server.setExecutor(threads);
            server.createContext("/", new Transport(new Faces(simulation, options)::answer));
            server.start();
            return new SalesforceSimulator(server, threads, simulation.faults());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The address of the simulator, with a slash at its end. */
    public String url() {
        return "http://127.0.0.1:" + port() + "/";
    }

    /** The address of the report's CSV export. */
    public String exportUrl() {
        return url() + Report.ID + "?export=1&enc=UTF-8&xf=csv";
    }

    /** Stops serving; calls that hang are let go. */
    @Override
    public void close() {
        faults.clear();
        server.stop(0);
        threads.shutdownNow();
    }

    /** The faces that the organisation shows: its own two protocols, its pages, and the control behind them. */
    private static final class Faces {

        private final ControlApi control;
        private final CallPipeline pipeline;
        private final SoapApi soap;
        private final RestApi rest;
        private final OAuthApi oauth;
        private final ReportResource report;

        Faces(Simulation simulation, SimulatorOptions options) {
            Organisation organisation = simulation.organisation();
            Sessions sessions = simulation.sessions();
            control = new ControlApi(simulation);
            IntSupplier usage = simulation.calls()::metered;
            soap = new SoapApi(organisation, sessions, options.credentials(), simulation.cursors(), usage);
            rest = new RestApi(organisation, sessions, simulation.cursors(), usage);
            oauth = new OAuthApi(organisation, sessions, options.credentials().userName());
            report = new ReportResource(organisation, sessions, simulation.report());
            pipeline = new CallPipeline(organisation, simulation.calls(), simulation.faults(), this::answer);
        }

        Answer answer(Request request) {
            return request.path().startsWith("/control/") ? control.answer(request) : pipeline.answer(request);
        }

        private Answer answer(Call call) {
            String path = call.request().path();
            if (path.startsWith("/services/Soap/")) {
                return soap.answer(call);
            }
            if (path.equals(OAuthApi.PATH)) {
                return oauth.answer(call.request());
            }
            if (path.startsWith("/services/data")) {
                return rest.answer(call);
            }
            if (path.startsWith("/00O")) {
                return report.answer(call);
            }
            if (path.equals("/")) {
                return LoginPage.page(call.request());
            }
            throw ApiError.notFound();
        }
    }
}
