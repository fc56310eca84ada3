package org.mobiledatasync.consent.control;

import java.util.List;
import org.mobiledatasync.consent.entity.ConsentCause;

/**
 * Fired in the transaction in which consent changed, so that what must follow (R5.1) is written with it or not at all.
 */
public record ConsentChanges(List<Change> changes) {

    /**
     * One profile whose consent is now another.
     *
     * @param optIn whether the profile may now be texted
     */
    public record Change(Long profileId, boolean optIn, ConsentCause cause) {}
}
