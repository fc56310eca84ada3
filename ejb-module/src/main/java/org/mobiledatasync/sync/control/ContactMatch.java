package org.mobiledatasync.sync.control;

import java.util.List;

/**
 * Which contact in Salesforce is the person's (R1.4): by phone and by e-mail, exactly one distinct contact.
 *
 * <p>A contact that only shares the e-mail address and has a mobile number of its own is not the person: setting its
 * opt-in would claim consent for a number that never gave it.
 */
record ContactMatch(Kind kind, String contactId) {

    enum Kind {
        NONE,
        ONE,
        SEVERAL,
        /** The only one shares the e-mail address, but has another mobile number. */
        OTHER_NUMBER,
        /** The only one carries the person's external id, but has another mobile number. */
        OUR_ID_OTHER_NUMBER
    }

    /**
     * A contact that a search found.
     *
     * @param typedPhone its number as it came; empty when it has none
     * @param phone its number in E.164; null when it is none
     * @param ours whether it carries the external id of the person
     */
    record Candidate(String contactId, String typedPhone, String phone, String email, boolean ours) {

        private boolean hasOtherNumber(String than) {
            return !typedPhone.isEmpty() && !than.equals(phone);
        }
    }

    /**
     * @param email null when the profile has none
     * @param choice what a person decided about the number; a chosen contact that is not found counts for nothing
     */
    static ContactMatch of(String phone, String email, List<Candidate> candidates, NumberChoice choice) {
        List<Candidate> possible = possible(phone, email, candidates, choice);
        List<Candidate> chosen = possible.stream()
                .filter(candidate -> choice.isChosen(candidate.contactId))
                .toList();
        List<Candidate> matching = chosen.isEmpty() ? possible : chosen;
        long distinct = matching.stream().map(Candidate::contactId).distinct().count();
        if (distinct == 0) {
            return new ContactMatch(Kind.NONE, null);
        }
        if (distinct > 1) {
            return new ContactMatch(Kind.SEVERAL, null);
        }
        Candidate only = matching.get(0);
        if (!only.hasOtherNumber(phone)) {
            return new ContactMatch(Kind.ONE, only.contactId);
        }
        return new ContactMatch(only.ours ? Kind.OUR_ID_OTHER_NUMBER : Kind.OTHER_NUMBER, only.contactId);
    }

    /** The contacts that a person can choose from: never one with a mobile number of its own. */
    static List<Candidate> eligible(String phone, String email, List<Candidate> candidates, NumberChoice choice) {
        return possible(phone, email, candidates, choice).stream()
                .filter(candidate -> !candidate.hasOtherNumber(phone))
                .toList();
    }

    private static List<Candidate> possible(
            String phone, String email, List<Candidate> candidates, NumberChoice choice) {
        return candidates.stream()
                .filter(candidate -> candidate.ours
                        || phone.equals(candidate.phone)
                        || email != null && email.equalsIgnoreCase(candidate.email))
                .filter(candidate -> !choice.rejected().contains(candidate.contactId))
                .toList();
    }
}
