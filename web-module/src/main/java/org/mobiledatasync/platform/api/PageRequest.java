package org.mobiledatasync.platform.api;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mobiledatasync.platform.entity.InvalidInputException;

/** The part of a list that is asked for, {@code ?page=0&size=50}; as {@code @BeanParam} of a resource method. */
public class PageRequest {

    private static final int USUAL = 50;
    private static final int LARGEST = 500;

    /** No list of ours is longer. */
    private static final int LONGEST_LIST = 1_000_000_000;

    @QueryParam("page")
    @Schema(type = SchemaType.INTEGER, defaultValue = "0")
    private String page;

    @QueryParam("size")
    @Schema(type = SchemaType.INTEGER, defaultValue = "50")
    private String size;

    /** Jersey makes it, and fills it in. */
    public PageRequest() {}

    PageRequest(String page, String size) {
        this.page = page;
        this.size = size;
    }

    /** The number of the page, from 0. */
    public int page() {
        int number = RequestValue.number("page", page, 0);
        if (number < 0) {
            throw new InvalidInputException("page", "The first page is page 0.");
        }
        if ((long) number * size() > LONGEST_LIST) {
            throw new InvalidInputException("page", "No list has that many pages.");
        }
        return number;
    }

    /** How many entries a page has. */
    public int size() {
        int entries = RequestValue.number("size", size, USUAL);
        if (entries < 1 || entries > LARGEST) {
            throw new InvalidInputException("size", "A page has 1 to " + LARGEST + " entries.");
        }
        return entries;
    }

    /** How many entries come before the page. */
    public int first() {
        return page() * size();
    }

    /** The answer to this request. */
    public <T> Page<T> answer(List<T> items, long total) {
        return new Page<>(items, page(), size(), total);
    }
}
