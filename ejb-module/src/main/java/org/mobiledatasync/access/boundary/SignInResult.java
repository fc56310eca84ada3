package org.mobiledatasync.access.boundary;

/** What came of an attempt to sign in. */
public sealed interface SignInResult {

    record Accepted(Account account) implements SignInResult {}

    /** Unknown login, wrong password or inactive user: which of them is not told. */
    record Refused() implements SignInResult {}

    /** Too many wrong passwords: not even the right one is accepted for a while. */
    record LockedOut() implements SignInResult {}
}
