package org.mobiledatasync.sync.control;

import java.util.function.Consumer;
import org.mobiledatasync.sync.entity.SettledLinks.SettledLink;

/** Gives the settled pairs of an integration, one after the other, as often as it is asked. */
@FunctionalInterface
interface KnownPairs {
    void forEach(Consumer<SettledLink> pair);
}
