package org.mobiledatasync.sync.control;

/** Why a record ended in its class: a code for programs, and the sentence for people. */
public enum Reason {
    // Not imported (R8), in the order in which they are looked for.
    UNREADABLE_ROW(
            "The line of the export can't be read: it has not the columns of the table, or forbidden characters."),
    BAD_CONTACT_ID("\"%s\" is not the id of a Salesforce contact."),
    NO_PHONE("The contact has no mobile number."),
    NOT_A_MOBILE_NUMBER("\"%s\" is not a mobile number."),
    OPT_IN_NOT_READABLE("\"%s\" is neither yes nor no for the mobile opt-in."),
    REQUIRED_FIELD_EMPTY("The field %s is required and empty."),
    NOT_OPTED_IN("The contact has not opted in to texts in Salesforce."),

    // Skipped (R1.5, R1.7, R1.4).
    CONTRADICTING_ROWS("The export has several rows of this contact, and they contradict each other."),
    SHARED_NUMBER("More than one contact has the number %s."),
    OTHER_CONTACT_CHOSEN("Another contact was chosen for the number %s."),
    NO_CONTACT_CHOSEN("It was decided that the number %s is not this contact's."),
    SEVERAL_CONTACTS("More than one contact in Salesforce has this number or e-mail address."),
    OTHER_NUMBER("The contact with this e-mail address has another mobile number."),
    EXTERNAL_ID_SHARED(
            "More than one contact in Salesforce carries this person's external id. Keep it in one of them."),
    EXTERNAL_ID_OF_OTHER_NUMBER("The contact that carries this person's external id has another mobile number."
            + " Empty the field there if it is somebody else."),
    CONTACT_OF_ANOTHER("The contact in Salesforce belongs to another profile already."),

    // Done.
    CREATED("A profile was made from the contact."),
    CREATED_ON_NEW_NUMBER("The contact's number changed: a profile was made for the new number."),
    LINKED("The profile and the contact with the same number are now one pair."),
    MOVED_TO_NEW_NUMBER("The contact's number changed: it is now paired with the profile of the new number."),
    UPDATED("Changed values were brought over."),
    CHOSEN("Both sides had changed %s; it was settled as a person chose."),
    OPTED_OUT_IN_CRM("The person opted out in Salesforce: the profile was opted out of every campaign."),
    OPTED_IN_BY_CRM("The person joined through the opt-in path."),
    OPT_IN_SENT("Salesforce was told that the person opted in."),
    OPT_OUT_SENT("Salesforce was told that the person opted out."),
    CONTACT_MADE("A contact was made in Salesforce."),

    // Left alone.
    FAULT_OF_OURS("The record could not be stored. The server's log says why; nothing of it was changed."),
    CONFLICT("Both sides changed %s. Nothing was moved but consent; a person has to decide."),
    VALUE_TOO_LONG("The value of %s is longer than the profile can hold (%s characters); nothing was cut."),
    STOPPED_BEFORE("This person said STOP. The opt-in in Salesforce was not followed."),
    WAITING_FOR_ANSWER("The person was asked to confirm and has not answered yet."),
    SAME_AS_BEFORE("Neither side changed since the last sync."),
    NOTHING_SYNCED_CHANGED("The contact changed, but in nothing that is synced."),
    NEWER_HERE("The pair was synced while this export was being made; the export is older."),

    // Not exported (R5.3, R1.8).
    NO_EMAIL("Salesforce has no contact for this person, and without an e-mail address none is made."),
    NO_LAST_NAME("Salesforce refuses a contact without a last name, and no default last name is set."),
    NOTHING_TO_OPT_OUT("Salesforce has no contact for this person: nothing is to be opted out there."),
    PARTED_MEANWHILE("The profile and the contact were parted before the contact was updated: it was left as it is."),
    NO_LONGER_SUBSCRIBED("The person's consent changed again before it was sent."),

    // Salesforce's own word follows in the message.
    REFUSED_BY_SALESFORCE("Salesforce refused: %s"),
    NOT_FOUND_THIS_TIME(
            "Salesforce did not find the contact this time. The pair stays; the contact is looked for again."),

    // The pair's contact is gone.
    DELETED_IN_SALESFORCE("The contact was deleted in Salesforce: the profile is no longer paired with it."),
    VANISHED_FROM_SALESFORCE("Salesforce does not know the contact any more, or hides it from the user that signs in:"
            + " the profile is no longer paired with it."),
    MERGED_IN_SALESFORCE("The contact was merged into another one: the profile is now paired with that one."),
    MERGED_WITH_ANOTHER("The contact was merged into one that belongs to another profile:"
            + " this profile is no longer paired with a contact."),
    MERGED_INTO_OTHER_NUMBER("The contact was merged into one with another mobile number:"
            + " this profile is no longer paired with it, since consent does not follow the number."),
    OPTED_OUT_BY_MERGE("The contact was merged with one whose person opted out: the profile was opted out too."),

    ANSWER_STILL_OUT("A contact may have been made for this person a moment ago and can't be found yet;"
            + " it is looked for before anything is tried again."),
    ANSWER_LOST("Salesforce's answer was lost; the contact is looked up before anything is tried again.");

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    public String sentence(Object... details) {
        return sentence.formatted(details);
    }
}
