/**
 * The pages about profiles: the list, and one person with consent, texts and syncs.
 *
 * <p>Everybody who is signed in reads; what changes something is shown to operators only.
 */
package org.mobiledatasync.profile.web;
