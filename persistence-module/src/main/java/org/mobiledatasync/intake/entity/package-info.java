/**
 * Files of people that somebody imports: {@link org.mobiledatasync.intake.entity.ProfileImport} is one file and what became
 * of it, {@link org.mobiledatasync.intake.entity.ImportRow} one of its lines. Both are kept for as long as the details of
 * the syncs (R8.3).
 */
package org.mobiledatasync.intake.entity;
