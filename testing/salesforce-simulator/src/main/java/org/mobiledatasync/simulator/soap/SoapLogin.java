package org.mobiledatasync.simulator.soap;

import org.mobiledatasync.simulator.http.Answer;
import org.mobiledatasync.simulator.http.ErrorAnswers;
import org.mobiledatasync.simulator.http.Request;
import org.mobiledatasync.simulator.http.Xml;
import org.mobiledatasync.simulator.organisation.Organisation;
import org.mobiledatasync.simulator.organisation.SalesforceId;
import org.mobiledatasync.simulator.organisation.Sessions;
import org.mobiledatasync.simulator.organisation.Settings;
import org.w3c.dom.Element;

/** The login operation, which no version from 65.0 on has. */
final class SoapLogin {

    private static final double FIRST_WITHOUT = 65.0;
    private static final String PROFILE_ID = SalesforceId.numbered("00e", 1);

    private static final String SUCCESS =
            """
            <?xml version="1.0" encoding="UTF-8"?>\
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" \
            xmlns="urn:partner.soap.sforce.com" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
            <soapenv:Body><loginResponse><result>\
            <metadataServerUrl>%1$s/services/Soap/m/%2$s/%3$s</metadataServerUrl>\
            <passwordExpired>%4$s</passwordExpired><sandbox>false</sandbox>\
            <serverUrl>%1$s/services/Soap/u/%2$s/%3$s</serverUrl>\
            <sessionId>%5$s</sessionId><userId>%6$s</userId><userInfo>\
            <accessibilityMode>false</accessibilityMode><chatterExternal>false</chatterExternal>\
            <currencySymbol>$</currencySymbol><orgAttachmentFileSizeLimit>5242880</orgAttachmentFileSizeLimit>\
            <orgDefaultCurrencyIsoCode>USD</orgDefaultCurrencyIsoCode>\
            <orgDefaultCurrencyLocale>en_US</orgDefaultCurrencyLocale>\
            <orgDisallowHtmlAttachments>false</orgDisallowHtmlAttachments>\
            <orgHasPersonAccounts>false</orgHasPersonAccounts><organizationId>%7$s</organizationId>\
            <organizationMultiCurrency>false</organizationMultiCurrency>\
            <organizationName>%8$s</organizationName><profileId>%9$s</profileId><roleId xsi:nil="true"/>\
            <sessionSecondsValid>7200</sessionSecondsValid><userDefaultCurrencyIsoCode xsi:nil="true"/>\
            <userEmail>%10$s</userEmail><userFullName>Data Sync</userFullName><userId>%6$s</userId>\
            <userLanguage>en_US</userLanguage><userLocale>en_US</userLocale><userName>%10$s</userName>\
            <userTimeZone>America/New_York</userTimeZone><userType>Standard</userType>\
            <userUiSkin>Theme3</userUiSkin></userInfo></result></loginResponse></soapenv:Body></soapenv:Envelope>""";

    private final Organisation organisation;
    private final Sessions sessions;
    private final Credentials credentials;

    SoapLogin(Organisation organisation, Sessions sessions, Credentials credentials) {
        this.organisation = organisation;
        this.sessions = sessions;
        this.credentials = credentials;
    }

    Answer answer(Request request, String version, Element login) {
        if (Double.parseDouble(version) >= FIRST_WITHOUT) {
            return LoginFaults.versionWithoutLogin(version);
        }
        Settings settings = organisation.settings();
        if (!settings.loginFault().isEmpty()) {
            return LoginFaults.ordered(settings.loginFault());
        }
        if (!credentials.match(SoapMessage.text(login, "username"), SoapMessage.text(login, "password"))) {
            return LoginFaults.invalidLogin();
        }
        return Answer.text(200, ErrorAnswers.XML, success(request.origin(), version, settings.passwordExpired()));
    }

    private String success(String origin, String version, boolean passwordExpired) {
        return String.format(
                SUCCESS,
                Xml.escaped(origin),
                version,
                SalesforceId.shortened(Organisation.ID),
                passwordExpired,
                sessions.open(),
                Organisation.USER_ID,
                Organisation.ID,
                Xml.escaped(Organisation.NAME),
                PROFILE_ID,
                Xml.escaped(credentials.userName()));
    }
}
