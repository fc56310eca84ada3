package org.mobiledatasync.platform;

import jakarta.persistence.EntityManager;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.mobiledatasync.campaign.entity.Campaign;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathType;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.profile.entity.FirstSeenType;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.sync.entity.CrmLink;
import org.mobiledatasync.sync.entity.RunKind;
import org.mobiledatasync.sync.entity.RunTrigger;
import org.mobiledatasync.sync.entity.SyncRun;

/** Stores what a test presupposes, in the transaction that is open. */
public final class Samples {

    /** The moment at which every sample was made. */
    public static final OffsetDateTime NOW = OffsetDateTime.of(2026, 11, 1, 12, 0, 0, 123_456_000, ZoneOffset.UTC);

    private final EntityManager em;

    public Samples(EntityManager em) {
        this.em = em;
    }

    public Profile profile(String phone) {
        return stored(new Profile(phone, FirstSeenType.API, NOW));
    }

    public Campaign campaign(String name) {
        return stored(new Campaign(name, NOW));
    }

    public OptInPath webPath(Campaign campaign, String name) {
        return stored(new OptInPath(campaign.getId(), name, OptInPathType.WEB, NOW));
    }

    public Integration integration(String name) {
        return stored(new Integration(name, NOW));
    }

    public CrmLink link(Integration integration, Profile profile, String contactId) {
        return stored(new CrmLink(integration.getId(), profile.getId(), contactId, NOW));
    }

    public SyncRun run(Integration integration, RunKind kind) {
        return stored(new SyncRun(integration.getId(), kind, RunTrigger.TIMER, NOW));
    }

    private <T> T stored(T entity) {
        em.persist(entity);
        return entity;
    }
}
