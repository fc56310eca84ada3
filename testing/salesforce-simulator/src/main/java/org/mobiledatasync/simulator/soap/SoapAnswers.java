package org.mobiledatasync.simulator.soap;

import java.util.List;
import org.mobiledatasync.simulator.http.Answer;
import org.mobiledatasync.simulator.http.ErrorAnswers;
import org.mobiledatasync.simulator.http.Xml;
import org.mobiledatasync.simulator.organisation.Contact;
import org.mobiledatasync.simulator.organisation.Field;
import org.mobiledatasync.simulator.organisation.RowError;
import org.mobiledatasync.simulator.organisation.RowResult;
import org.mobiledatasync.simulator.rest.RecordJson;

/** The answers of the partner API's operations, as XML. */
final class SoapAnswers {

    private static final String ENVELOPE =
            """
            <?xml version="1.0" encoding="UTF-8"?>\
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" \
            xmlns="urn:partner.soap.sforce.com" xmlns:sf="urn:sobject.partner.soap.sforce.com" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Header><LimitInfoHeader><limitInfo>\
            <current>%1$d</current><limit>%2$d</limit><type>API REQUESTS</type></limitInfo></LimitInfoHeader>\
            </soapenv:Header><soapenv:Body><%3$sResponse>%4$s</%3$sResponse></soapenv:Body></soapenv:Envelope>""";

    private final int usage;
    private final int max;

    /**
     * Answers that carry this figure.
     *
     * @param usage calls counted against the daily limit so far
     * @param max the limit
     */
    SoapAnswers(int usage, int max) {
        this.usage = usage;
        this.max = max;
    }

    Answer saved(String operation, List<RowResult> results) {
        StringBuilder xml = new StringBuilder();
        for (RowResult result : results) {
            xml.append("<result>");
            result.errors().forEach(error -> error(xml, error));
            String nil = "<id xsi:nil=\"true\"/>";
            xml.append(result.id().map(id -> "<id>" + Xml.escaped(id) + "</id>").orElse(nil));
            xml.append("<success>").append(result.isSuccess()).append("</success></result>");
        }
        return envelope(operation, xml.toString());
    }

    /**
     * A page of a query.
     *
     * @param locator names the next page; empty when this is the last one
     */
    Answer page(String operation, List<Contact> contacts, List<Field> fields, int total, String locator) {
        StringBuilder xml = new StringBuilder("<result xsi:type=\"QueryResult\">");
        xml.append("<done>").append(locator.isEmpty()).append("</done>");
        xml.append(
                locator.isEmpty()
                        ? "<queryLocator xsi:nil=\"true\"/>"
                        : "<queryLocator>" + locator + "</queryLocator>");
        contacts.forEach(contact -> record(xml, contact, fields));
        xml.append("<size>").append(total).append("</size></result>");
        return envelope(operation, xml.toString()).counting(contacts.size());
    }

    private static void record(StringBuilder xml, Contact contact, List<Field> fields) {
        boolean withId = fields.stream().anyMatch(field -> field.name().equals("Id"));
        xml.append("<records xsi:type=\"sf:sObject\"><sf:type>Contact</sf:type>");
        // The partner API puts the id first whether it was selected or not, and again in its place if it was.
        xml.append(withId ? "<sf:Id>" + contact.id() + "</sf:Id>" : "<sf:Id xsi:nil=\"true\"/>");
        for (Field field : fields) {
            Object value = contact.value(field);
            xml.append("<sf:").append(field.name());
            if (value == null) {
                xml.append(" xsi:nil=\"true\"/>");
            } else {
                xml.append('>').append(Xml.escaped(RecordJson.text(value)));
                xml.append("</sf:").append(field.name()).append('>');
            }
        }
        xml.append("</records>");
    }

    private static void error(StringBuilder xml, RowError error) {
        xml.append("<errors>");
        error.fields().forEach(field -> xml.append("<fields>").append(field).append("</fields>"));
        xml.append("<message>").append(Xml.escaped(error.message())).append("</message>");
        xml.append("<statusCode>").append(error.statusCode()).append("</statusCode></errors>");
    }

    private Answer envelope(String operation, String result) {
        return Answer.text(200, ErrorAnswers.XML, String.format(ENVELOPE, usage, max, operation, result));
    }
}
