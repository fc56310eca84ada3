package org.mobiledatasync.sync.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.platform.entity.StoredAfter;

/**
 * Whose a link was that ended, under the id that it had. Reports name records of settled pairs by the ids of their links
 * ({@link SettledRecords}); this is kept as long as they are.
 */
@Entity
@Table(name = "former_link")
@StoredAfter(Integration.class)
public class FormerLink {
    @Id
    private Long id;

    @Column(name = "integration_id")
    private Long integrationId;

    @Column(name = "profile_id")
    private Long profileId;

    @Column(name = "contact_id")
    private String contactId;

    @Column(name = "ended_at")
    private OffsetDateTime endedAt;

    protected FormerLink() {}

    FormerLink(CrmLink link, OffsetDateTime now) {
        this.id = link.getId();
        this.integrationId = link.getIntegrationId();
        this.profileId = link.getProfileId();
        this.contactId = link.getContactId();
        this.endedAt = now;
    }
}
