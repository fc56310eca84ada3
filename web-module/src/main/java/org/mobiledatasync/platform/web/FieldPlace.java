package org.mobiledatasync.platform.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The input that a problem's field stands for: in the form that was sent, among what is shown, by its component id. Of
 * several parts, as in {@code customFields.colour} and {@code address.city}, the first has an input for all of its
 * entries, or else the last has one of its own.
 */
final class FieldPlace {

    private FieldPlace() {}

    /** @param field null for what concerns no field */
    static Optional<UIComponent> find(UIComponent view, String field) {
        if (field == null) {
            return Optional.empty();
        }
        String first = field.substring(0, Math.max(field.indexOf('.'), 0));
        String last = field.substring(field.lastIndexOf('.') + 1);
        return first(view, component -> component instanceof UIForm form && form.isSubmitted())
                .flatMap(form -> Stream.of(first, last)
                        .flatMap(id -> first(form, component -> id.equals(component.getId())).stream())
                        .findFirst());
    }

    private static Optional<UIComponent> first(UIComponent parent, Predicate<UIComponent> wanted) {
        if (!parent.isRendered()) {
            return Optional.empty();
        }
        if (wanted.test(parent)) {
            return Optional.of(parent);
        }
        var children = parent.getFacetsAndChildren();
        while (children.hasNext()) {
            var found = first(children.next(), wanted);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
