package org.mobiledatasync.profile.entity;

/**
 * What a list of profiles is narrowed to; a null part does not narrow.
 *
 * @param phone in E.164
 * @param text found anywhere in number, names or e-mail, without case
 * @param campaignId of people who are or were in the campaign
 * @param optInPathId of people who came in through the path
 * @param matched whether there is a contact that is the same person
 */
public record ProfileFilter(
        String phone,
        String email,
        ProfileStatus status,
        String text,
        Long campaignId,
        Long optInPathId,
        Boolean matched) {

    public ProfileFilter(String phone, String email, ProfileStatus status, String text) {
        this(phone, email, status, text, null, null, null);
    }
}
