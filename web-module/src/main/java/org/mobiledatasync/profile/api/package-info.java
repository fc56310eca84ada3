/**
 * Profiles and their consent in the JSON API: {@code /profiles}.
 *
 * <p>Reading is for every role, writing for operators. A PUT replaces the fields of a profile; custom fields that it
 * does not mention at all stay.
 */
package org.mobiledatasync.profile.api;
