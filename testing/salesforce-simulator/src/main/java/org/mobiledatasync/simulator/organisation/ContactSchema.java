package org.mobiledatasync.simulator.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields that Contact has in this organisation. Immutable; names are found in any case. */
public final class ContactSchema {

    static final int ID = 0;
    static final int IS_DELETED = 1;
    static final int MASTER_RECORD_ID = 2;
    static final int NAME = 3;
    static final int CREATED_DATE = 4;
    static final int LAST_MODIFIED_DATE = 5;
    static final int SYSTEM_MODSTAMP = 6;
    static final int FIRST_NAME = 7;
    static final int LAST_NAME = 8;
    static final int EMAIL = 9;
    static final int MOBILE_PHONE = 10;
    static final int LEAD_SOURCE = 11;
    static final int OPT_IN = 12;

    private static final List<String> LEAD_SOURCES =
            List.of("Web", "Phone Inquiry", "Partner Referral", "Purchased List", "Other");
    private static final List<String> GROUPS = List.of("Members", "Volunteers", "Donors");

    private final List<Field> fields;
    private final List<Field> externalIds;
    private final Map<String, Field> byName;

    private ContactSchema(List<Field> fields) {
        this.fields = List.copyOf(fields);
        this.externalIds = fields.stream().filter(Field::externalId).toList();
        this.byName = fields.stream().collect(Collectors.toMap(field -> key(field.name()), Function.identity()));
    }

    /** The fields of an organisation that has not added its own, with the opt-in checkbox under this API name. */
    public static ContactSchema withOptInNamed(String optInField) {
        return new ContactSchema(List.of(
                Field.readOnly(ID, "Id", "Contact ID", FieldType.ID, 18),
                Field.readOnly(IS_DELETED, "IsDeleted", "Deleted", FieldType.BOOLEAN, 0),
                Field.readOnly(MASTER_RECORD_ID, "MasterRecordId", "Master Record ID", FieldType.REFERENCE, 18),
                Field.readOnly(NAME, "Name", "Full Name", FieldType.STRING, 203),
                Field.readOnly(CREATED_DATE, "CreatedDate", "Created Date", FieldType.DATETIME, 0),
                Field.readOnly(LAST_MODIFIED_DATE, "LastModifiedDate", "Last Modified Date", FieldType.DATETIME, 0),
                Field.readOnly(SYSTEM_MODSTAMP, "SystemModstamp", "System Modstamp", FieldType.DATETIME, 0),
                Field.editable(FIRST_NAME, "FirstName", "First Name", FieldType.STRING, 40),
                Field.editable(LAST_NAME, "LastName", "Last Name", FieldType.STRING, 80)
                        .required(),
                Field.editable(EMAIL, "Email", "Email", FieldType.EMAIL, 80),
                Field.editable(MOBILE_PHONE, "MobilePhone", "Mobile", FieldType.PHONE, 40),
                Field.editable(LEAD_SOURCE, "LeadSource", "Lead Source", FieldType.PICKLIST, 255)
                        .offering(LEAD_SOURCES),
                Field.editable(OPT_IN, optInField, "Mobile Subscriber", FieldType.BOOLEAN, 0),
                Field.editable(13, "MailingStreet", "Mailing Street", FieldType.TEXTAREA, 255),
                Field.editable(14, "MailingCity", "Mailing City", FieldType.STRING, 40),
                Field.editable(15, "MailingState", "Mailing State/Province", FieldType.STRING, 80),
                Field.editable(16, "MailingPostalCode", "Mailing Zip/Postal Code", FieldType.STRING, 20),
                Field.editable(17, "MailingCountry", "Mailing Country", FieldType.STRING, 80),
                Field.editable(18, "Group__c", "Group", FieldType.PICKLIST, 255).offering(GROUPS),
                Field.editable(19, "Mobile_Data_Sync_Id__c", "Mobile Data Sync Id", FieldType.STRING, 80)
                        .asExternalId(),
                Field.editable(20, "Phone", "Business Phone", FieldType.PHONE, 40),
                Field.editable(21, "HomePhone", "Home Phone", FieldType.PHONE, 40),
                Field.editable(22, "OtherPhone", "Other Phone", FieldType.PHONE, 40),
                Field.editable(23, "HasOptedOutOfEmail", "Email Opt Out", FieldType.BOOLEAN, 0),
                Field.editable(24, "DoNotCall", "Do Not Call", FieldType.BOOLEAN, 0),
                Field.editable(25, "AccountId", "Account ID", FieldType.REFERENCE, 18),
                Field.editable(26, "OwnerId", "Owner ID", FieldType.REFERENCE, 18)));
    }

    /** These fields, and one more of the organisation's own. */
    public ContactSchema with(String name, String label, FieldType type, int length, boolean externalId) {
        if (find(name).isPresent()) {
            throw new IllegalArgumentException("There is a field of that name already: " + name);
        }
        Field added = Field.editable(fields.size(), name, label, type, length);
        List<Field> more = new ArrayList<>(fields);
        more.add(externalId ? added.asExternalId() : added);
        return new ContactSchema(more);
    }

    /** These fields, with the opt-in checkbox under another API name. */
    public ContactSchema withOptInRenamed(String name) {
        List<Field> renamed = new ArrayList<>(fields);
        renamed.set(OPT_IN, optIn().named(name));
        return new ContactSchema(renamed);
    }

    public List<Field> fields() {
        return fields;
    }

    List<Field> externalIds() {
        return externalIds;
    }

    public Optional<Field> find(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    /** The field of that label, as a report's heading names it. */
    public Optional<Field> labelled(String label) {
        return fields.stream().filter(field -> field.label().equals(label)).findFirst();
    }

    public Field id() {
        return fields.get(ID);
    }

    public Field optIn() {
        return fields.get(OPT_IN);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
