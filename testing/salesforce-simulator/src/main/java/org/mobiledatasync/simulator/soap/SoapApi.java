package org.mobiledatasync.simulator.soap;

import java.util.List;
import java.util.function.IntSupplier;
import org.mobiledatasync.simulator.call.Call;
import org.mobiledatasync.simulator.http.Answer;
import org.mobiledatasync.simulator.http.ApiError;
import org.mobiledatasync.simulator.http.Xml;
import org.mobiledatasync.simulator.organisation.Organisation;
import org.mobiledatasync.simulator.organisation.Sessions;
import org.mobiledatasync.simulator.query.QueryCursors;
import org.w3c.dom.Element;

/** {@code /services/Soap/u/{version}}, with or without the organisation's id behind it: the partner API. */
public final class SoapApi {

    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

    private final Sessions sessions;
    private final SoapLogin login;
    private final SoapData data;

    /**
     * The SOAP face of an organisation.
     *
     * @param usage tells how many calls were counted against the daily limit so far
     */
    public SoapApi(
            Organisation organisation,
            Sessions sessions,
            Credentials credentials,
            QueryCursors cursors,
            IntSupplier usage) {
        this.sessions = sessions;
        this.login = new SoapLogin(organisation, sessions, credentials);
        this.data = new SoapData(organisation, cursors, usage);
    }

    public Answer answer(Call call) {
        List<String> steps = call.request().steps();
        if (steps.size() < 4 || !steps.get(2).matches("[uc]") || !steps.get(3).matches("\\d{1,2}\\.\\d")) {
            throw ApiError.notFound();
        }
        SoapMessage message = SoapMessage.parse(Xml.parse(call.request().body()), ENVELOPE);
        Element operation = message.operation();
        if (operation.getLocalName().equals("login")) {
            return login.answer(call.request(), steps.get(3), operation);
        }
        if (message.headerText("SessionHeader", "sessionId")
                .filter(sessions::isLive)
                .isEmpty()) {
            throw new ApiError(
                    500,
                    "INVALID_SESSION_ID",
                    "Invalid Session ID found in SessionHeader: Illegal Session. Session not found");
        }
        return data.answer(call, message);
    }
}
