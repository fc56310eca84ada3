package org.mobiledatasync.simulator.soap;

import java.util.List;
import org.mobiledatasync.simulator.call.Call;
import org.mobiledatasync.simulator.http.Answer;
import org.mobiledatasync.simulator.http.ApiError;
import org.mobiledatasync.simulator.http.Xml;
import org.mobiledatasync.simulator.organisation.Organisation;
import org.mobiledatasync.simulator.organisation.Sessions;
import org.w3c.dom.Element;

/** {@code /services/Soap/u/{version}}, with or without the organisation's id behind it: the partner API. */
public final class SoapApi {

    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

    private final SoapLogin login;

    public SoapApi(Organisation organisation, Sessions sessions, Credentials credentials) {
        this.login = new SoapLogin(organisation, sessions, credentials);
    }

    public Answer answer(Call call) {
        List<String> steps = call.request().steps();
        if (steps.size() < 4 || !steps.get(2).matches("[uc]") || !steps.get(3).matches("\\d{1,2}\\.\\d")) {
            throw ApiError.notFound();
        }
        SoapMessage message = SoapMessage.parse(Xml.parse(call.request().body()), ENVELOPE);
        Element operation = message.operation();
        return switch (operation.getLocalName()) {
            case "login" -> login.answer(call.request(), steps.get(3), operation);
            default ->
                throw new ApiError(
                        500, "INVALID_OPERATION", "This operation is not simulated: " + operation.getLocalName());
        };
    }
}
