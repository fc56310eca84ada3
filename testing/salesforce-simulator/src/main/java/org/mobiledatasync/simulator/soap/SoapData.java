package org.mobiledatasync.simulator.soap;

import java.util.List;
import java.util.function.IntSupplier;
import org.mobiledatasync.simulator.call.Call;
import org.mobiledatasync.simulator.call.WriteBatch;
import org.mobiledatasync.simulator.http.Answer;
import org.mobiledatasync.simulator.http.ApiError;
import org.mobiledatasync.simulator.organisation.Contact;
import org.mobiledatasync.simulator.organisation.Organisation;
import org.mobiledatasync.simulator.organisation.RowResult;
import org.mobiledatasync.simulator.query.QueryCursors;
import org.mobiledatasync.simulator.query.QueryPage;
import org.mobiledatasync.simulator.soql.SoqlQuery;
import org.w3c.dom.Element;

/** The operations of the partner API on contacts that clients of it need at least: create, update, delete, query. */
final class SoapData {

    private static final int MOST_RECORDS = 200;

    private final Organisation organisation;
    private final QueryCursors cursors;
    private final IntSupplier usage;

    SoapData(Organisation organisation, QueryCursors cursors, IntSupplier usage) {
        this.organisation = organisation;
        this.cursors = cursors;
        this.usage = usage;
    }

    Answer answer(Call call, SoapMessage message) {
        Element operation = message.operation();
        SoapRecords records = new SoapRecords(organisation.schema());
        return switch (operation.getLocalName()) {
            case "create" -> write(call, message, records.creates(operation));
            case "update" -> write(call, message, records.updates(operation));
            case "delete" -> write(call, message, records.deletes(operation));
            case "query" -> query(call, message, false);
            case "queryAll" -> query(call, message, true);
            case "queryMore" -> {
                String locator = SoapMessage.text(operation, "queryLocator");
                yield page(message, cursors.next(locator, pageSize(call, message)));
            }
            default ->
                throw new ApiError(
                        500, "INVALID_OPERATION", "This operation is not simulated: " + operation.getLocalName());
        };
    }

    private Answer write(Call call, SoapMessage message, List<WriteBatch.Row> rows) {
        if (rows.size() > MOST_RECORDS) {
            throw new ApiError(
                    500,
                    "EXCEEDED_ID_LIMIT",
                    "record limit reached. cannot submit more than 200 records into this call");
        }
        boolean allOrNone = message.headerText("AllOrNoneHeader", "allOrNone")
                .filter("true"::equals)
                .isPresent();
        List<RowResult> results = new WriteBatch(organisation, call).run(rows, allOrNone);
        return answers().saved(message.operation().getLocalName(), results).counting(WriteBatch.written(results));
    }

    private Answer query(Call call, SoapMessage message, boolean withDeleted) {
        String soql = SoapMessage.text(message.operation(), "queryString");
        SoqlQuery query = SoqlQuery.parse(soql, organisation.schema());
        List<Contact> found = query.select(organisation.snapshot(), withDeleted);
        if (query.count() != SoqlQuery.Count.NONE) {
            return answers().page("query", List.of(), List.of(), found.size(), "");
        }
        return page(message, cursors.open(found, query.fields(), pageSize(call, message)));
    }

    private Answer page(SoapMessage message, QueryPage page) {
        String operation = message.operation().getLocalName();
        return answers()
                .page(
                        operation,
                        page.contacts(),
                        page.fields(),
                        page.total(),
                        page.next().orElse(""));
    }

    private static int pageSize(Call call, SoapMessage message) {
        String asked = message.headerText("QueryOptions", "batchSize").orElse("");
        return QueryPage.size(call, asked);
    }

    private SoapAnswers answers() {
        return new SoapAnswers(usage.getAsInt(), organisation.settings().dailyApiMax());
    }
}
