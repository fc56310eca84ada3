/**
 * Texts that wait, went out, or must not go out any more (R4.6).
 */
package org.mobiledatasync.messaging.entity;
