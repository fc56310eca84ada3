package org.mobiledatasync.sync.web;

import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.List;
import org.mobiledatasync.integration.entity.OnConflict;
import org.mobiledatasync.sync.boundary.FieldConflictService.FieldChoice;
import org.mobiledatasync.sync.boundary.FieldConflictService.PairInConflict;
import org.mobiledatasync.sync.entity.FieldConflict;

/** A person in conflict while an administrator chooses. */
public record ConflictRow(Long profileId, String phone, String name, String contactId, List<Field> fields)
        implements Serializable {

    static ConflictRow of(PairInConflict pair) {
        return new ConflictRow(
                pair.profile().getId(),
                pair.profile().getPhone(),
                String.join(
                        " ",
                        List.of(
                                text(pair.profile().getFirstName()),
                                text(pair.profile().getLastName()))),
                pair.contactId(),
                pair.fields().stream().map(Field::new).toList());
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    /** The same person when nothing is left to choose. */
    ConflictRow settled() {
        return new ConflictRow(profileId, phone, name, contactId, List.of());
    }

    /** What was chosen anew, or taken back. */
    List<FieldChoice> changed() {
        return fields.stream()
                .filter(Field::isChanged)
                .map(field -> new FieldChoice(field.name, field.choice, field.version))
                .toList();
    }

    /** One field of the person. */
    public static class Field implements Serializable {
        private final String name;
        private final String base;
        private final String ours;
        private final String theirs;
        private final OffsetDateTime since;
        private final String chosenBy;
        private final OffsetDateTime chosenAt;
        private final OnConflict storedChoice;
        private final int version;
        private OnConflict choice;

        Field(FieldConflict conflict) {
            name = conflict.getField();
            base = conflict.getBase();
            ours = conflict.getProfileValue();
            theirs = conflict.getContactValue();
            since = conflict.getSince();
            chosenBy = conflict.getChosenBy();
            chosenAt = conflict.getChosenAt();
            storedChoice = conflict.getChoice();
            version = conflict.getVersion();
            choice = conflict.getChoice();
        }

        boolean isChanged() {
            return choice != storedChoice;
        }

        public String getName() {
            return name;
        }

        public String getBase() {
            return base;
        }

        public String getOurs() {
            return ours;
        }

        public String getTheirs() {
            return theirs;
        }

        public OffsetDateTime getSince() {
            return since;
        }

        public String getChosenBy() {
            return chosenBy;
        }

        public OffsetDateTime getChosenAt() {
            return chosenAt;
        }

        public OnConflict getChoice() {
            return choice;
        }

        public void setChoice(OnConflict choice) {
            this.choice = choice;
        }
    }
}
