package org.mobiledatasync.salesforce.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Downloads the export by its URL, as a browser would: with the session in a cookie.
 *
 * <p>What is written to the file is UTF-8 without byte order mark, whatever came. Only the shape of an export is let
 * through: status 200, a content type of files, no web page. A page in its place means that the session has ended: then
 * it signs in anew, once.
 */
@ApplicationScoped
public class ReportDownload {
    private static final Pattern FILE_TYPES = Pattern.compile(
            "(text/csv|application/(octet-stream|csv|vnd\\.ms-excel)|text/plain).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENCODING = Pattern.compile("[?&]enc=([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final String NO_FILE =
            "it gave the sign-in page or another web page instead of a CSV file; check the"
                    + " URL, and that the user may run and export reports and is not an API-only user; an app that signs in"
                    + " needs the scope \"web\" beside \"api\"";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SalesforceHttp http;
    private SalesforceSessions sessions;
    private RetryPolicy retry;

    protected ReportDownload() {}

    @Inject
    public ReportDownload(SalesforceHttp http, SalesforceSessions sessions, RetryPolicy retry) {
        this.http = http;
        this.sessions = sessions;
        this.retry = retry;
    }

    /**
     * @param target where the export goes; replaced when there
     * @param alive called again and again while characters arrive
     * @throws SalesforceFault NOT_THE_EXPORT when anything but a file came
     */
    public void download(SalesforceAccount account, URI exportUrl, Path target, Runnable alive, CallCounter counter) {
        try {
            retry.call(() -> sessions.with(account, counter, session -> {
                save(account, session, exportUrl, target, alive, counter);
                return target;
            }));
        } catch (SalesforceFault fault) {
            // A new session gets the same page: it is not the session.
            throw fault.code() == FaultCode.INVALID_SESSION_ID ? notTheExport(NO_FILE) : fault;
        }
    }

    private void save(
            SalesforceAccount account,
            SalesforceSession session,
            URI exportUrl,
            Path target,
            Runnable alive,
            CallCounter counter) {
        String authority = exportUrl.getAuthority();
        if (!authority.equalsIgnoreCase(session.instance().getAuthority())
                && !authority.equalsIgnoreCase(account.host().getAuthority())) {
            throw notTheExport("it leads to " + authority + ", which is not the organisation signed in to");
        }
        HttpRequest request = HttpRequest.newBuilder(exportUrl)
                .header("Cookie", "sid=" + session.id())
                .header("Authorization", "Bearer " + session.id())
                .GET()
                .build();
        counter.countOther();
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream(), counter);
        try (InputStream body = response.body()) {
            check(response);
            copy(body, charset(response, exportUrl), target, alive);
        } catch (IOException e) {
            throw SalesforceFault.answerLost("the export broke off", e);
        }
    }

    private static void check(HttpResponse<InputStream> response) {
        int status = response.statusCode();
        String type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (status / 100 == 3 || status == 401 || status == 200 && type.startsWith("text/html")) {
            throw SalesforceFault.of(FaultCode.INVALID_SESSION_ID, NO_FILE);
        }
        if (status >= 500) {
            throw SalesforceFault.of(FaultCode.GATEWAY, "the export answered with status " + status);
        }
        if (status != 200) {
            throw notTheExport("it answered with status " + status);
        }
        if (!FILE_TYPES.matcher(type).matches()) {
            throw notTheExport("it gave " + type + " instead of a CSV file");
        }
    }

    private static Charset charset(HttpResponse<InputStream> response, URI exportUrl) {
        Matcher declared =
                CHARSET.matcher(response.headers().firstValue("Content-Type").orElse(""));
        Matcher asked = ENCODING.matcher(exportUrl.toString());
        try {
            if (declared.find()) {
                return Charset.forName(declared.group(1));
            }
            return asked.find() ? Charset.forName(asked.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw notTheExport("its encoding " + e.getMessage() + " is unknown");
        }
    }

    private static void copy(InputStream body, Charset charset, Path target, Runnable alive) throws IOException {
        char[] buffer = new char[1 << 16];
        boolean first = true;
        try (StallGuard guard = new StallGuard(body);
                Reader reader = new InputStreamReader(body, charset);
                BufferedWriter writer = newWriter(target)) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                int from = first && read > 0 && buffer[0] == BYTE_ORDER_MARK ? 1 : 0;
                if (first
                        && new String(buffer, from, read - from).stripLeading().startsWith("<")) {
                    throw notTheExport("it gave a web page");
                }
                first = false;
                writer.write(buffer, from, read - from);
                guard.alive();
                alive.run();
            }
        }
        if (first) {
            throw notTheExport("it gave an empty file");
        }
    }

    private static BufferedWriter newWriter(Path target) {
        try {
            Files.createDirectories(target.getParent());
            return Files.newBufferedWriter(target);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for downloads can't be written to", e);
        }
    }

    private static SalesforceFault notTheExport(String what) {
        return SalesforceFault.of(FaultCode.NOT_THE_EXPORT, what);
    }
}
