package org.mobiledatasync.simulator.call;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.mobiledatasync.simulator.http.Answer;
import org.mobiledatasync.simulator.http.ApiError;
import org.mobiledatasync.simulator.http.ErrorAnswers;
import org.mobiledatasync.simulator.http.LoginPage;
import org.mobiledatasync.simulator.http.Request;
import org.mobiledatasync.simulator.organisation.Organisation;

/** What every call goes through: it is counted, limited, struck by faults, answered and noted. */
public final class CallPipeline {

    private static final int LONGEST_URI = 16_384;
    private static final int NO_RECORDS = 0;

    private final Organisation organisation;
    private final CallLog log;
    private final Faults faults;
    private final Function<Call, Answer> resources;

    public CallPipeline(Organisation organisation, CallLog log, Faults faults, Function<Call, Answer> resources) {
        this.organisation = organisation;
        this.log = log;
        this.faults = faults;
        this.resources = resources;
    }

    public Answer answer(Request request) {
        CallKind kind = CallKind.of(request);
        int usage = log.begin(kind);
        Call call = new Call(request, kind, faults.strike(kind));
        call.fault(FaultKind.LATENCY)
                .ifPresent(fault -> hold(fault, fault.duration().toMillis()));
        Answer answer = answer(call, usage);
        log.end(organisation.now(), kind, request.method(), request.target(), answer.status(), answer.records());
        return isLimitTold(request, kind) ? answer.with("Sforce-Limit-Info", limitInfo(usage)) : answer;
    }

    private Answer answer(Call call, int usage) {
        try {
            Optional<Fault> instead = faultAt(call, FaultKind.Stage.BEFORE);
            if (instead.isPresent()) {
                return replacement(call, instead.get(), NO_RECORDS);
            }
            refuse(call, usage);
            Answer answer = resources.apply(call);
            return faultAt(call, FaultKind.Stage.AFTER)
                    .map(fault -> replacement(call, fault, answer.records()))
                    .orElse(answer);
        } catch (ApiError error) {
            return ErrorAnswers.of(call.request(), error);
        }
    }

    private void refuse(Call call, int usage) {
        if (call.request().target().length() > LONGEST_URI) {
            throw new ApiError(414, "URI_TOO_LONG", "The request URI is longer than 16384 bytes.");
        }
        if (call.kind().isMetered() && usage > organisation.settings().dailyApiMax()) {
            throw limitExceeded();
        }
    }

    private static Optional<Fault> faultAt(Call call, FaultKind.Stage stage) {
        return call.faults().stream()
                .filter(fault -> fault.kind().stage() == stage)
                .findFirst();
    }

    private Answer replacement(Call call, Fault fault, int records) {
        Request request = call.request();
        return switch (fault.kind()) {
            case HANG, HANG_AFTER -> {
                hold(fault, fault.number("ms", Integer.MAX_VALUE));
                yield Answer.none().counting(records);
            }
            case HTTP_500_BEFORE, HTTP_500_AFTER ->
                ErrorAnswers.of(
                                request,
                                new ApiError(
                                        500,
                                        "UNKNOWN_EXCEPTION",
                                        "An unexpected error occurred. Please include this ErrorId if you contact support:"
                                                + " 1234567890-12345 (1234567890)"))
                        .counting(records);
            case HTTP_503 ->
                ErrorAnswers.of(
                        request, new ApiError(503, "SERVER_UNAVAILABLE", "The server is temporarily unavailable."));
            case HTML_GATEWAY ->
                Answer.text(
                        502,
                        Answer.HTML,
                        "<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>");
            case SESSION_EXPIRED ->
                call.kind() == CallKind.REPORT
                        ? LoginPage.insteadOf(
                                call.request(), organisation.settings().expiredSidPage())
                        : ErrorAnswers.of(call.request(), ApiError.sessionExpired());
            case REQUEST_LIMIT -> ErrorAnswers.of(request, limitExceeded());
            default -> Answer.none().counting(records);
        };
    }

    private static ApiError limitExceeded() {
        return new ApiError(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
    }

    private static void hold(Fault fault, long longestMs) {
        try {
            fault.await(Duration.ofMillis(longestMs));
        } catch (InterruptedException e) {
            // The simulator is closing: the call goes on and finds its connection closed.
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isLimitTold(Request request, CallKind kind) {
        return kind != CallKind.VERSIONS && request.path().startsWith("/services/data/");
    }

    private String limitInfo(int usage) {
        int max = organisation.settings().dailyApiMax();
        return "api-usage=" + Math.min(usage, max) + "/" + max;
    }
}
