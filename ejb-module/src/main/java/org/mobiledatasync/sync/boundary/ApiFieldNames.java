package org.mobiledatasync.sync.boundary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.mobiledatasync.sync.control.CloseNames;

/** The API names of the fields that contacts have, as an organisation described them once. */
public final class ApiFieldNames implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> names;

    public ApiFieldNames(List<String> names) {
        this.names = new ArrayList<>(names);
    }

    public List<String> all() {
        return Collections.unmodifiableList(names);
    }

    /** Names count without case, as in Salesforce. */
    public boolean contain(String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }

    /** The name that was probably meant by one that is not among them. */
    public Optional<String> nearest(String name) {
        return CloseNames.nearest(name, names);
    }
}
