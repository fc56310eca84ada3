package org.mobiledatasync.sync.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mobiledatasync.platform.api.Page;
import org.mobiledatasync.platform.api.PageRequest;
import org.mobiledatasync.platform.api.RequestValue;
import org.mobiledatasync.sync.boundary.RecordsCsv;
import org.mobiledatasync.sync.boundary.SyncRunService;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.OutcomeFilter;
import org.mobiledatasync.sync.entity.SyncRun;

/** Single runs and their records. */
@Path("/runs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RunsResource {
    private static final int CSV_PAGE = 1000;

    @Inject
    private SyncRunService runs;

    @GET
    @Path("/{runId: \\d+}")
    public RunDocument get(@PathParam("runId") long runId) {
        return document(runs.get(runId));
    }

    @POST
    @Path("/{runId: \\d+}/stop")
    @Consumes(MediaType.WILDCARD)
    public RunDocument stop(@PathParam("runId") long runId) {
        return document(runs.stop(runId));
    }

    @GET
    @Path("/{runId: \\d+}/records")
    public Page<RecordDocument> records(
            @PathParam("runId") long runId,
            @QueryParam("outcome") String outcome,
            @QueryParam("q") String text,
            @BeanParam PageRequest page) {
        OutcomeFilter filter = filter(outcome, text);
        List<RecordDocument> items = runs.records(runId, filter, page.first(), page.size()).stream()
                .map(RecordDocument::of)
                .toList();
        return page.answer(items, runs.countRecords(runId, filter));
    }

    @GET
    @Path("/{runId: \\d+}/records")
    @Produces("text/csv")
    public Response recordsAsCsv(
            @PathParam("runId") long runId, @QueryParam("outcome") String outcome, @QueryParam("q") String text) {
        OutcomeFilter filter = filter(outcome, text);
        runs.get(runId);
        StreamingOutput csv = out -> RecordsCsv.write(
                new OutputStreamWriter(out, StandardCharsets.UTF_8),
                page -> runs.records(runId, filter, page * CSV_PAGE, CSV_PAGE));
        return Response.ok(csv, "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"run-" + runId + ".csv\"")
                .build();
    }

    private RunDocument document(SyncRun run) {
        return RunDocument.of(run, runs.outcomes(run));
    }

    private static OutcomeFilter filter(String outcome, String text) {
        return new OutcomeFilter(RequestValue.constant("outcome", outcome, Outcome.class, null), text);
    }
}
