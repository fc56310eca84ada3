/**
 * A profile is one person of our list; its key is the mobile number in E.164 (R1.1).
 *
 * <p>{@link org.mobiledatasync.profile.entity.Profile} holds what is known of the person,
 * {@link org.mobiledatasync.profile.entity.ProfileField} names the fields that a sync may move. Consent is not kept here
 * but by the consent feature, the only writer of a profile's status.
 */
package org.mobiledatasync.profile.entity;
