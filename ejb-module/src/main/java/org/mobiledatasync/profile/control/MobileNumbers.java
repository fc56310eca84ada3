package org.mobiledatasync.profile.control;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/**
 * Reads phone numbers as people typed them (R1.1).
 *
 * <p>A mobile number is valid in its region, carries no extension, and is of type MOBILE or FIXED_LINE_OR_MOBILE.
 */
public final class MobileNumbers {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private MobileNumbers() {}

    /**
     * @param typed the number in any form; may be null
     * @param region ISO 3166 code of the country of numbers without a country code
     * @return the number in E.164, or empty when it is not a mobile number
     */
    public static Optional<String> toE164(String typed, String region) {
        return parse(typed, region)
                .filter(number -> !number.hasExtension())
                .filter(NUMBERS::isValidNumber)
                .filter(MobileNumbers::isMobile)
                .map(number -> NUMBERS.format(number, PhoneNumberFormat.E164));
    }

    /** The digits of an E.164 number without its country code, as people of that country write it. */
    public static String nationalDigits(String e164) {
        return parse(e164, null).map(NUMBERS::getNationalSignificantNumber).orElseThrow();
    }

    /** A mobile number of a country as its people write it, with the area code; it is nobody's. */
    public static String example(String region) {
        return Optional.ofNullable(NUMBERS.getExampleNumberForType(region, PhoneNumberType.MOBILE))
                .map(number -> NUMBERS.format(number, PhoneNumberFormat.NATIONAL))
                .orElse("+1 212 555 0123");
    }

    private static Optional<PhoneNumber> parse(String typed, String region) {
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(NUMBERS.parse(typed, region));
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    private static boolean isMobile(PhoneNumber number) {
        PhoneNumberType type = NUMBERS.getNumberType(number);
        return type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE;
    }
}
