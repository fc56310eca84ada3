package org.mobiledatasync.messaging.control;

/** The way by which texts leave: a port, whose drivers are CDI beans. */
public interface SmsGateway {

    /**
     * Hands one text over for sending.
     *
     * @param phone in E.164
     * @throws SmsGatewayException when the text was not taken; it then certainly did not go out
     */
    void send(String phone, String text);
}
