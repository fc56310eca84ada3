package org.mobiledatasync.platform.entity;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/** What was entered cannot be taken; {@link #problems} names every field that has to change, at least one. */
public final class InvalidInputException extends BusinessException {

    private final List<Problem> problems;

    public InvalidInputException(List<Problem> problems) {
        super(problems.stream().map(Problem::message).collect(Collectors.joining(" ")));
        this.problems = List.copyOf(problems);
    }

    public InvalidInputException(String field, String message) {
        this(List.of(new Problem(field, message)));
    }

    public List<Problem> problems() {
        return problems;
    }

    /**
     * One field and what is wrong with it.
     *
     * @param field the field's name in the JSON API, such as {@code apiHost}
     * @param message a whole sentence
     */
    public record Problem(String field, String message) implements Serializable {}
}
