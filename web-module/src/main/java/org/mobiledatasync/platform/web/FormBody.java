package org.mobiledatasync.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * What a page is sent, as far as it can be judged unread. A file is stored on the server's disk before the page is asked
 * whether it wants one: so files are taken by the one page that does, which strangers cannot reach.
 */
final class FormBody {
    /** Far more than the longest of our forms that strangers may send. */
    static final long LONGEST_PUBLIC = 64 * 1024;

    private static final String UPLOAD_PAGE = "/profiles/import.xhtml";

    private FormBody() {}

    /**
     * @param isPublic whether everybody may send this form
     * @return the status of the refusal; empty when the body may be read
     */
    static OptionalInt refusal(HttpServletRequest request, boolean isPublic) {
        if (isMultipart(request) && !UPLOAD_PAGE.equals(request.getServletPath())) {
            return OptionalInt.of(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        }
        return isPublic && request.getContentLengthLong() > LONGEST_PUBLIC
                ? OptionalInt.of(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE)
                : OptionalInt.empty();
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
