package org.mobiledatasync.integration.web;

import jakarta.faces.event.ValueChangeEvent;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The secrets that were typed into the configuration form and are not saved yet. They stay on the server while something
 * else in the form has to be mended: a browser is never sent one back.
 */
@Named
@ViewScoped
public class TypedSecrets implements Serializable {
    private final Map<String, String> values = new HashMap<>();

    /** Takes what was typed into an input, whatever becomes of the rest of the form; nothing typed changes nothing. */
    public void take(ValueChangeEvent typed) {
        if (typed.getNewValue() instanceof String secret && !secret.isBlank()) {
            values.put(typed.getComponent().getId(), secret);
        }
    }

    /** Whether something was typed into an input and waits to be saved. */
    public boolean has(String input) {
        return values.containsKey(input);
    }

    Optional<String> find(String input) {
        return Optional.ofNullable(values.get(input));
    }

    void forget() {
        values.clear();
    }
}
