package org.mobiledatasync.platform.control;

/** Hides phone numbers in logs. */
public final class PhoneMask {

    private static final int SHOWN = 4;

    private PhoneMask() {}

    /** The last four characters of the number after three stars: {@code ***0123}; only stars when it is shorter. */
    public static String mask(String phone) {
        return phone == null || phone.length() <= SHOWN ? "***" : "***" + phone.substring(phone.length() - SHOWN);
    }
}
