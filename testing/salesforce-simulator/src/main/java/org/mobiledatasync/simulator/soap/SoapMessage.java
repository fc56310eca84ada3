package org.mobiledatasync.simulator.soap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mobiledatasync.simulator.http.ApiError;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A SOAP request taken apart. */
record SoapMessage(Optional<Element> header, Element operation) {

    static SoapMessage parse(Document document, String envelopeNamespace) {
        Element envelope = document.getDocumentElement();
        Optional<Element> header = children(envelope, "Header").stream().findFirst();
        return children(envelope, "Body").stream()
                .filter(body -> envelopeNamespace.equals(body.getNamespaceURI()))
                .flatMap(body -> children(body).stream())
                .findFirst()
                .map(operation -> new SoapMessage(header, operation))
                .orElseThrow(() -> new ApiError(500, "UNKNOWN_EXCEPTION", "The envelope has no operation."));
    }

    /** The text of the header element of that path of local names. */
    Optional<String> headerText(String element, String child) {
        return header.stream()
                .flatMap(found -> children(found, element).stream())
                .flatMap(found -> children(found, child).stream())
                .map(Element::getTextContent)
                .findFirst();
    }

    /** The text of a child; empty where there is none. */
    static String text(Element parent, String name) {
        return children(parent, name).stream()
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    static List<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .toList();
    }

    static List<Element> children(Element parent) {
        List<Element> elements = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
