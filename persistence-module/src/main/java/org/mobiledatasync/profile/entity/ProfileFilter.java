package org.mobiledatasync.profile.entity;

/**
 * What a list of profiles is narrowed to; a null part does not narrow.
 *
 * @param phone in E.164
 * @param text found anywhere in number, names or e-mail, without case
 */
public record ProfileFilter(String phone, String email, ProfileStatus status, String text) {}
