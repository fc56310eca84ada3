package org.mobiledatasync.platform.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.mobiledatasync.platform.entity.InvalidInputException;

/** The part of a list that is asked for, {@code ?page=0&size=50}; as {@code @BeanParam} of a resource method. */
public class PageRequest {

    private static final int LARGEST = 500;

    @QueryParam("page")
    @DefaultValue("0")
    private int page;

    @QueryParam("size")
    @DefaultValue("50")
    private int size;

    /** The number of the page, from 0. */
    public int page() {
        if (page < 0) {
            throw new InvalidInputException("page", "The first page is page 0.");
        }
        return page;
    }

    /** How many entries a page has. */
    public int size() {
        if (size < 1 || size > LARGEST) {
            throw new InvalidInputException("size", "A page has 1 to " + LARGEST + " entries.");
        }
        return size;
    }

    /** How many entries come before the page. */
    public int first() {
        return Math.multiplyExact(page(), size());
    }

    /** The answer to this request. */
    public <T> Page<T> answer(List<T> items, long total) {
        return new Page<>(items, page, size, total);
    }
}
