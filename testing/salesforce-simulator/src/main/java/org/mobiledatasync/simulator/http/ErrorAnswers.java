package org.mobiledatasync.simulator.http;

import java.util.Map;

/** Answers an error in the form of the protocol that was spoken: SOAP fault, JSON array or page. */
public final class ErrorAnswers {

    public static final String XML = "text/xml;charset=UTF-8";

    private static final String SOAP_FAULT =
            """
            <?xml version="1.0" encoding="UTF-8"?>\
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" \
            xmlns:sf="urn:fault.partner.soap.sforce.com" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
            <soapenv:Body><soapenv:Fault><faultcode>sf:%1$s</faultcode><faultstring>%1$s: %2$s</faultstring>\
            <detail><sf:%3$s xsi:type="sf:%3$s"><sf:exceptionCode>%1$s</sf:exceptionCode>\
            <sf:exceptionMessage>%2$s</sf:exceptionMessage></sf:%3$s></detail></soapenv:Fault></soapenv:Body>\
            </soapenv:Envelope>""";

    private static final Map<String, String> FAULT_TYPES = Map.of(
            "MALFORMED_QUERY", "MalformedQueryFault",
            "INVALID_FIELD", "InvalidFieldFault",
            "INVALID_TYPE", "InvalidSObjectFault",
            "INVALID_QUERY_LOCATOR", "InvalidQueryLocatorFault");

    private ErrorAnswers() {}

    public static Answer of(Request request, ApiError error) {
        if (request.path().startsWith("/services/Soap/")) {
            return soap(error, FAULT_TYPES.getOrDefault(error.code(), "UnexpectedErrorFault"));
        }
        if (request.path().startsWith("/services/data")) {
            return Answer.error(error);
        }
        String page = "<html><head><title>Error</title></head><body><h1>" + Xml.escaped(error.getMessage())
                + "</h1></body></html>";
        return Answer.text(error.status(), Answer.HTML, page);
    }

    /**
     * A SOAP fault.
     *
     * @param type the detail's element, such as LoginFault
     */
    public static Answer soap(ApiError error, String type) {
        String message = Xml.escaped(error.getMessage());
        return Answer.text(500, XML, String.format(SOAP_FAULT, error.code(), message, type));
    }
}
