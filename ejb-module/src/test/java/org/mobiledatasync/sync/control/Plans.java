package org.mobiledatasync.sync.control;

import java.util.List;
import java.util.Map;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.integration.entity.SyncType;

/** The plan of a Conservative integration, as tests of the calls to Salesforce need it. */
final class Plans {
    private Plans() {}

    static SyncPlan with(FieldMapping... mappings) {
        return new SyncPlan(
                1L,
                null,
                SyncType.CONSERVATIVE,
                "US",
                null,
                List.of(mappings),
                "Mobile_Subscriber__c",
                Map.of(),
                null,
                null,
                List.of(),
                List.of());
    }
}
