package org.mobiledatasync.sync.api;

import java.time.OffsetDateTime;
import java.util.List;
import org.mobiledatasync.integration.entity.OnConflict;
import org.mobiledatasync.sync.boundary.FieldConflictService.PairInConflict;
import org.mobiledatasync.sync.entity.FieldConflict;

/** A profile in conflict as a JSON document: each field with its base and both values, and what was chosen. */
public record ConflictDocument(
        Long profileId, String phone, String firstName, String lastName, String constituentId, List<Field> fields) {

    /**
     * @param base the value that both sides last had in common; absent when there was none
     * @param choice MOBILE to keep our value, SALESFORCE to take Salesforce's; absent while nobody chose
     * @param since when a run first saw these two values
     * @param version to be sent with a choice
     */
    public record Field(
            String field,
            String base,
            String mobile,
            String salesforce,
            OnConflict choice,
            String chosenBy,
            OffsetDateTime chosenAt,
            OffsetDateTime since,
            int version) {

        static Field of(FieldConflict conflict) {
            return new Field(
                    conflict.getField(),
                    conflict.getBase(),
                    conflict.getProfileValue(),
                    conflict.getContactValue(),
                    conflict.getChoice(),
                    conflict.getChosenBy(),
                    conflict.getChosenAt(),
                    conflict.getSince(),
                    conflict.getVersion());
        }
    }

    static ConflictDocument of(PairInConflict pair) {
        return new ConflictDocument(
                pair.profile().getId(),
                pair.profile().getPhone(),
                pair.profile().getFirstName(),
                pair.profile().getLastName(),
                pair.contactId(),
                pair.fields().stream().map(Field::of).toList());
    }
}
