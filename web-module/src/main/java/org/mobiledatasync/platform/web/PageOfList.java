package org.mobiledatasync.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.apache.commons.lang3.math.NumberUtils;
import org.omnifaces.cdi.Param;

/** Where a list begins to show: at the page that the address names, {@code ?page=2} from 0, otherwise at the first. */
@Named
@RequestScoped
public class PageOfList {
    private static final int SIZE = 50;
    /** No list is longer. */
    private static final int LAST = 10_000_000;

    @Inject
    @Param(name = "page")
    private String page;

    /** The place of the first entry in the list, from 0. */
    public int getFirst() {
        return firstOf(page);
    }

    /** The first page for what is no number of a page. */
    static int firstOf(String page) {
        return Math.min(Math.max(NumberUtils.toInt(page, 0), 0), LAST) * SIZE;
    }

    /** How many entries a page has. */
    public int getSize() {
        return SIZE;
    }
}
