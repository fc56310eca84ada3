package org.mobiledatasync.salesforce.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Signs in with login, password and security token by the SOAP partner API, pinned to the last version that has it. */
@ApplicationScoped
public class SoapSignIn {
    /** Salesforce offers login() in versions up to this one, until Summer '27. */
    static final String VERSION = "64.0";

    private static final String ENVELOPE =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Header>\
            <CallOptions xmlns="urn:partner.soap.sforce.com"><client>MobileDataSync</client></CallOptions></Header>\
            <Body><login xmlns="urn:partner.soap.sforce.com"><username>%s</username><password>%s</password></login>\
            </Body></Envelope>""";

    private SalesforceHttp http;
    private SalesforceHosts hosts;

    protected SoapSignIn() {}

    @Inject
    public SoapSignIn(SalesforceHttp http, SalesforceHosts hosts) {
        this.http = http;
        this.hosts = hosts;
    }

    /** @throws SalesforceFault when Salesforce refuses, with what a person can do */
    public SalesforceSession signIn(URI host, SalesforceCredentials.Password credentials, CallCounter counter) {
        HttpRequest request = HttpRequest.newBuilder(host.resolve("/services/Soap/u/" + VERSION))
                .header("Content-Type", "text/xml; charset=UTF-8")
                .header("SOAPAction", "login")
                .POST(BodyPublishers.ofString(ENVELOPE.formatted(
                        escape(credentials.login()), escape(credentials.password() + credentials.securityToken()))))
                .build();
        counter.countOther();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString(), counter);
        Document answer = parse(response);
        if (response.statusCode() != 200) {
            throw faultIn(answer, response);
        }
        if ("true".equals(text(answer, "passwordExpired"))) {
            throw SalesforceFault.of(FaultCode.INVALID_OPERATION_WITH_EXPIRED_PASSWORD, null);
        }
        if (text(answer, "sessionId").isEmpty()) {
            throw notSoap(response);
        }
        return new SalesforceSession(hosts.instance(text(answer, "serverUrl")), text(answer, "sessionId"));
    }

    private static SalesforceFault faultIn(Document answer, HttpResponse<String> response) {
        String code = text(answer, "exceptionCode");
        if (code.isEmpty()) {
            code = text(answer, "faultcode");
        }
        if (code.isEmpty()) {
            return notSoap(response);
        }
        String said = text(answer, "exceptionMessage");
        FaultCode known = FaultCode.of(code);
        // At sign-in there is no record to blame: what we don't know is the sign-in's fault too.
        return SalesforceFault.of(
                known == FaultCode.OTHER ? FaultCode.INVALID_LOGIN : known,
                code + ": " + (said.isEmpty() ? text(answer, "faultstring") : said));
    }

    private static Document parse(HttpResponse<String> response) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(response.body())));
        } catch (SAXException e) {
            throw notSoap(response);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A page of a gateway, say: the host is to blame for it, never the password. */
    private static SalesforceFault notSoap(HttpResponse<String> response) {
        return SalesforceFault.of(
                response.statusCode() >= 500 ? FaultCode.GATEWAY : FaultCode.HOST_UNKNOWN,
                "the host answered the sign-in with status " + response.statusCode()
                        + " and something that is not SOAP");
    }

    private static String text(Document answer, String element) {
        NodeList found = answer.getElementsByTagNameNS("*", element);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().trim();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }
}
