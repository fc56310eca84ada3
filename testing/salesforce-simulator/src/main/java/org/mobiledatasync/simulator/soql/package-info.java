/**
 * The part of SOQL that clients of a sync send, on Contact: conditions with {@code = != < <= > >= IN}, {@code NOT IN}
 * and {@code LIKE}, {@code AND}, {@code OR}, {@code NOT}, parentheses, {@code ORDER BY}, {@code LIMIT},
 * {@code OFFSET}, {@code COUNT()}. Anything else is refused as malformed, never answered wrongly. Out of scope: date
 * literals such as {@code TODAY}, relationships, grouping.
 */
package org.mobiledatasync.simulator.soql;
