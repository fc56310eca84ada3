package org.mobiledatasync.salesforce.control;

/**
 * What Salesforce answered to one written contact.
 *
 * @param contactId in 18 characters; null when it was refused
 * @param made whether it was made by this write
 * @param code why it was refused; null when it was written
 * @param said Salesforce's own words, with its code
 */
public record WriteResult(String contactId, boolean made, FaultCode code, String said) {

    public boolean isWritten() {
        return code == null;
    }
}
