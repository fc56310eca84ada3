package org.mobiledatasync.access.web;

/** Where to go after signing in: only to pages of ours. */
final class ReturnPath {

    private static final String HOME = "/";

    private ReturnPath() {}

    /** The path as it was given when it stays on this server, otherwise the home page. */
    static String safe(String path) {
        var ours = path != null
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0
                && path.chars().noneMatch(Character::isISOControl);
        return ours ? path : HOME;
    }
}
