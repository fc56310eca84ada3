package org.mobiledatasync.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sforce.soap.partner.Connector;
import com.sforce.soap.partner.PartnerConnection;
import com.sforce.soap.partner.QueryResult;
import com.sforce.soap.partner.SaveResult;
import com.sforce.soap.partner.fault.ExceptionCode;
import com.sforce.soap.partner.fault.LoginFault;
import com.sforce.soap.partner.fault.MalformedQueryFault;
import com.sforce.soap.partner.sobject.SObject;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.ConnectorConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Salesforce's own SOAP client, which packs its requests,")
class PartnerClientTest {

    private RunningSimulator simulator;

    @BeforeEach
    void start() {
        simulator = RunningSimulator.withContacts(0);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    @DisplayName("signs in, creates, updates, queries and deletes")
    void worksWithContacts() throws ConnectionException {
        PartnerConnection connection = Connector.newConnection(config("simulator-passwordSIMTOKEN"));
        SObject contact = new SObject("Contact");
        contact.setField("LastName", "O'Neill & Söhne");
        contact.setField("Mobile_Subscriber__c", true);
        SaveResult created = connection.create(new SObject[] {contact})[0];
        SObject change = new SObject("Contact");
        change.setId(created.getId());
        change.setField("Email", "neill@example.org");
        SaveResult updated = connection.update(new SObject[] {change})[0];
        QueryResult found = connection.query("SELECT Id, LastName, Email, FirstName FROM Contact");

        assertThat(created.isSuccess()).isTrue();
        assertThat(updated.isSuccess()).isTrue();
        assertThat(found.getSize()).isEqualTo(1);
        assertThat(found.isDone()).isTrue();
        SObject record = found.getRecords()[0];
        assertThat(record.getId()).isEqualTo(created.getId());
        assertThat(record.getField("LastName")).isEqualTo("O'Neill & Söhne");
        assertThat(record.getField("Email")).isEqualTo("neill@example.org");
        assertThat(record.getField("FirstName")).isNull();
        assertThat(connection.delete(new String[] {created.getId()})[0].isSuccess())
                .isTrue();
        assertThat(connection
                        .queryAll("SELECT Id FROM Contact WHERE IsDeleted = TRUE")
                        .getSize())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("follows the pages of a query")
    void followsPages() throws ConnectionException {
        simulator.control("POST", "reset", "{\"contacts\":450}");
        PartnerConnection connection = Connector.newConnection(config("simulator-passwordSIMTOKEN"));
        connection.setQueryOptions(200);
        int records = 0;
        QueryResult page = connection.query("SELECT Id FROM Contact");
        records += page.getRecords().length;
        while (!page.isDone()) {
            page = connection.queryMore(page.getQueryLocator());
            records += page.getRecords().length;
        }

        assertThat(records).isEqualTo(450);
        assertThat(simulator.control("GET", "calls", "").body()).contains("\"query\":3");
    }

    @Test
    @DisplayName("understands why a row was refused")
    void understandsRowErrors() throws ConnectionException {
        PartnerConnection connection = Connector.newConnection(config("simulator-passwordSIMTOKEN"));
        SaveResult refused = connection.create(new SObject[] {new SObject("Contact")})[0];

        assertThat(refused.isSuccess()).isFalse();
        assertThat(refused.getErrors()[0].getStatusCode().name()).isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(refused.getErrors()[0].getFields()).containsExactly("LastName");
    }

    @Test
    @DisplayName("understands the faults of login and query")
    void understandsFaults() throws ConnectionException {
        assertThatThrownBy(() -> Connector.newConnection(config("wrong")))
                .isInstanceOfSatisfying(LoginFault.class, fault -> assertThat(fault.getExceptionCode())
                        .isEqualTo(ExceptionCode.INVALID_LOGIN));

        PartnerConnection connection = Connector.newConnection(config("simulator-passwordSIMTOKEN"));
        assertThatThrownBy(() -> connection.query("SELECT Id FROM Contact WHERE"))
                .isInstanceOf(MalformedQueryFault.class);
    }

    private ConnectorConfig config(String password) {
        ConnectorConfig config = new ConnectorConfig();
        config.setAuthEndpoint(simulator.simulator().url() + "services/Soap/u/64.0");
        config.setUsername("sync@example.org");
        config.setPassword(password);
        return config;
    }
}
