package org.mobiledatasync.simulator.soap;

import java.util.Map;
import org.mobiledatasync.simulator.http.Answer;
import org.mobiledatasync.simulator.http.ApiError;
import org.mobiledatasync.simulator.http.ErrorAnswers;

/** The refusals of a login, in the words of Salesforce. */
final class LoginFaults {

    /** Setting that stands for "SOAP login is switched off in this organisation". */
    private static final String LOGIN_DISABLED = "LOGIN_DISABLED";

    private static final String INVALID_OPERATION = "INVALID_OPERATION";

    private static final Map<String, String> MESSAGES = Map.of(
            "INVALID_LOGIN",
            "Invalid username, password, security token; or user locked out.",
            "LOGIN_MUST_USE_SECURITY_TOKEN",
            "Invalid username, password, security token; or user locked out. Are you at a new location? When accessing"
                    + " Salesforce--either via a desktop client or the API--from outside of your company's trusted"
                    + " networks, you must add a security token to your password to log in.",
            "INVALID_OPERATION_WITH_EXPIRED_PASSWORD",
            "The users password has expired, you must call SetPassword before attempting any other API operations",
            "API_DISABLED_FOR_ORG",
            "API is not enabled for this Organization or Partner",
            "API_CURRENTLY_DISABLED",
            "API is currently disabled for this organization",
            "SERVER_UNAVAILABLE",
            "The server is temporarily unavailable",
            "INSUFFICIENT_ACCESS",
            "The user does not have the Use Any API Auth permission",
            "PASSWORD_LOCKOUT",
            "The user has exceeded the number of login attempts");

    private LoginFaults() {}

    static Answer invalidLogin() {
        return ordered("INVALID_LOGIN");
    }

    static Answer versionWithoutLogin(String version) {
        return fault(
                INVALID_OPERATION,
                "The SOAP Login operation is not available in the API version specified (" + version
                        + "). Refer to the documentation for supported versions.");
    }

    /** The fault that the settings order by its code. */
    static Answer ordered(String code) {
        if (code.equals(LOGIN_DISABLED)) {
            return fault(
                    INVALID_OPERATION,
                    "SOAP API login() is disabled by default in this org. Contact the org administrator to enable SOAP"
                            + " API login().");
        }
        return fault(code, MESSAGES.getOrDefault(code, "The login was refused."));
    }

    private static Answer fault(String code, String message) {
        return ErrorAnswers.soap(new ApiError(500, code, message), "LoginFault");
    }
}
