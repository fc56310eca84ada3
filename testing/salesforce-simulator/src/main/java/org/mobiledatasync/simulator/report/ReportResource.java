package org.mobiledatasync.simulator.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.mobiledatasync.simulator.call.Call;
import org.mobiledatasync.simulator.call.Fault;
import org.mobiledatasync.simulator.call.FaultKind;
import org.mobiledatasync.simulator.http.Answer;
import org.mobiledatasync.simulator.http.LoginPage;
import org.mobiledatasync.simulator.http.Request;
import org.mobiledatasync.simulator.organisation.Organisation;
import org.mobiledatasync.simulator.organisation.SalesforceId;
import org.mobiledatasync.simulator.organisation.Sessions;

/** The download of the report by its address: a page, not an API, so the session comes in the {@code sid} cookie. */
public final class ReportResource {

    private final Organisation organisation;
    private final Sessions sessions;
    private final Report report;

    public ReportResource(Organisation organisation, Sessions sessions, Report report) {
        this.organisation = organisation;
        this.sessions = sessions;
        this.report = report;
    }

    public Answer answer(Call call) {
        Request request = call.request();
        boolean signedIn = request.cookie("sid").filter(sessions::isLive).isPresent()
                && !organisation.settings().apiOnlyUser();
        if (!signedIn) {
            return LoginPage.insteadOf(request, organisation.settings().expiredSidPage());
        }
        if (call.has(FaultKind.REDIRECT)) {
            return LoginPage.insteadOf(request, "redirect");
        }
        if (call.has(FaultKind.REDIRECT_LOOP)) {
            return Answer.redirect(request.target());
        }
        if (call.has(FaultKind.HTML)) {
            return LoginPage.page(request);
        }
        boolean known = SalesforceId.canonical(request.path().substring(1)).equals(SalesforceId.canonical(Report.ID));
        boolean csv = request.parameter("export").isPresent()
                && request.parameter("xf").filter("csv"::equalsIgnoreCase).isPresent();
        if (!known || !csv) {
            return Answer.text(200, Answer.HTML, "<html><head><title>Report</title></head><body></body></html>");
        }
        return report.exportFile()
                .map(file -> Answer.stream(200, "text/csv; charset=UTF-8", out -> Files.copy(file, out)))
                .orElseGet(() -> export(call, charset(request)));
    }

    private Answer export(Call call, Charset charset) {
        ReportExport export = new ReportExport(report.table(), call);
        String type = "text/csv; charset=" + charset.name();
        Answer.Body body = call.fault(FaultKind.FILE)
                .map(fault -> file(fault, charset))
                .orElse(out -> export.writeTo(out, charset));
        Answer answer = Answer.stream(200, type, call.has(FaultKind.EMPTY) ? out -> {} : body);
        if (call.has(FaultKind.TRUNCATED_WITH_CONTENT_LENGTH)) {
            long length = lengthOf(body);
            answer = Answer.stream(200, type, out -> body.writeTo(new CutStream(out, length * 2 / 3)))
                    .announcing(length);
        }
        String name = "report" + organisation.now().toEpochMilli() + ".csv";
        return answer.with("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .with("Cache-Control", "private");
    }

    private static Answer.Body file(Fault fault, Charset asked) {
        Charset charset = fault.text("charset").map(Charset::forName).orElse(asked);
        byte[] bytes = fault.text("text").orElse("").getBytes(charset);
        return out -> out.write(bytes);
    }

    private static long lengthOf(Answer.Body body) {
        CutStream counter = new CutStream(OutputStream.nullOutputStream(), Long.MAX_VALUE);
        try {
            body.writeTo(counter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return counter.written();
    }

    private static Charset charset(Request request) {
        return request.parameter("enc")
                .filter(name -> name.matches("[\\w.:-]+") && Charset.isSupported(name))
                .map(Charset::forName)
                .orElse(StandardCharsets.UTF_8);
    }
}
