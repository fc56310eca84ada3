package org.mobiledatasync.integration.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mobiledatasync.integration.entity.FieldMapping;

class ReportLabelsTest {

    @ParameterizedTest
    @CsvSource({
        "phone_number, MobilePhone, Mobile",
        "address_postal_code, MailingPostalCode, Mailing Zip/Postal Code",
        "constituent_id, Id, Contact ID",
        "opt_in_status, Mobile_Subscriber__c, Mobile Subscriber",
        "opt_in_status, Mobile_Subscriber_c, Mobile Subscriber",
        "shirt_size, Shirt_Size__c, mine"
    })
    void headingsBecomeSalesforcesLabelsAndOthersStay(String field, String apiName, String heading) {
        MappingRow row = new MappingRow(new FieldMapping(1L, field, apiName, "mine"), true);

        ReportLabels.fillIn(row);

        assertThat(row.getCsvHeading()).isEqualTo(heading);
    }
}
