package org.mobiledatasync.profile.api;

/** A postal address. */
public record AddressJson(
        String street1, String street2, String city, String state, String postalCode, String country) {}
