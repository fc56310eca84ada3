package org.mobiledatasync.access.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.mobiledatasync.access.control.Caller;
import org.mobiledatasync.access.entity.AuditAction;
import org.mobiledatasync.access.entity.AuditChange;
import org.mobiledatasync.access.entity.AuditEntry;
import org.mobiledatasync.access.entity.AuditEntryRepository;

/**
 * Every change of configuration, mapping, user and consent that a person makes: who, when, from, to.
 *
 * <p>An entry is written in the transaction of the change: either both stay or none.
 */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
public class AuditLog {

    private AuditEntryRepository entries;
    private Caller caller;
    private Clock clock;

    protected AuditLog() {}

    @Inject
    public AuditLog(AuditEntryRepository entries, Caller caller, Clock clock) {
        this.entries = entries;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Records what the caller does.
     *
     * @param kind what sort of thing, in the words of the screens: "Integration", "User"
     * @param subject which one, by the name that people know
     * @param changes secrets only by {@link AuditChange#ofSecret}
     */
    @PermitAll
    public void record(AuditAction action, String kind, String subject, List<AuditChange> changes) {
        entries.add(new AuditEntry(OffsetDateTime.now(clock), caller.name(), action, kind, subject, changes));
    }

    /** Entries, the newest first; {@code kind} may be {@code null} for all. */
    public List<AuditEntry> find(String kind, int first, int most) {
        return entries.find(kind, first, most);
    }

    public long count(String kind) {
        return entries.count(kind);
    }

    /** Every kind that the log speaks of. */
    public List<String> findKinds() {
        return entries.findKinds();
    }
}
