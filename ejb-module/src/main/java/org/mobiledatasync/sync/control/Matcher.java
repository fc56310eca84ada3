package org.mobiledatasync.sync.control;

/**
 * Which profile a record of Salesforce belongs to: by Constituent ID, failing that by phone, never by name or e-mail
 * alone (R1.3).
 *
 * @param kind how it was found
 * @param profile the profile; null for {@link Kind#NEW}, {@link Kind#AMBIGUOUS} and {@link Kind#DECIDED_AGAINST}
 * @param former the profile of the old number, which loses the link; null unless the number moved (R1.6)
 */
public record Matcher(Kind kind, KnownProfile profile, KnownProfile former) {

    public enum Kind {
        /** By Constituent ID. */
        LINKED,
        /** By phone; the pair is to be linked. */
        BY_PHONE,
        /** Nobody has that number. */
        NEW,
        /** More than one contact claims the number, and no person has decided between them (R1.5). */
        AMBIGUOUS,
        /** A person decided that the number is not this contact's. */
        DECIDED_AGAINST
    }

    /**
     * @param linked the profile linked to the record's contact; null when there is none
     * @param byPhone the profile of the record's number; null when there is none
     * @param phoneShared whether another contact of the same export has the number too
     * @param choice what a person decided about the number
     */
    public static Matcher match(
            ContactRecord contact,
            KnownProfile linked,
            KnownProfile byPhone,
            boolean phoneShared,
            NumberChoice choice) {
        if (linked != null && linked.phone().equals(contact.phone())) {
            return new Matcher(Kind.LINKED, linked, null);
        }
        if (choice.isAgainst(contact.contactId())) {
            return new Matcher(Kind.DECIDED_AGAINST, null, null);
        }
        boolean ofAnother = byPhone != null && byPhone.isLinked() && !byPhone.isLinkedTo(contact.contactId());
        if (ofAnother || phoneShared && !choice.isChosen(contact.contactId())) {
            return new Matcher(Kind.AMBIGUOUS, null, null);
        }
        return byPhone == null ? new Matcher(Kind.NEW, null, linked) : new Matcher(Kind.BY_PHONE, byPhone, linked);
    }
}
