package org.mobiledatasync.sync.entity;

/**
 * What the details of a run are narrowed to; a null part does not narrow.
 *
 * @param text found anywhere in number, names, e-mail or Constituent ID, without case
 */
public record OutcomeFilter(Outcome outcome, String text) {}
