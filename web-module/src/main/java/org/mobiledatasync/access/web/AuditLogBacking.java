package org.mobiledatasync.access.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.mobiledatasync.access.boundary.AuditLog;
import org.mobiledatasync.access.entity.AuditChange;
import org.mobiledatasync.access.entity.AuditEntry;
import org.mobiledatasync.platform.web.Phrases;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The audit log, read page by page, newest first. */
@Named
@ViewScoped
public class AuditLogBacking implements Serializable {

    @Inject
    private AuditLog auditLog;

    @Inject
    private Phrases phrases;

    private final Entries entries = new Entries();
    private List<String> kinds;
    private String kind;

    @PostConstruct
    void load() {
        kinds = auditLog.findKinds();
    }

    public LazyDataModel<AuditEntry> getEntries() {
        return entries;
    }

    /** The new value: what people typed as it stands, that a secret changed in the language of the page. */
    public String valueOf(AuditChange change) {
        return change.equals(AuditChange.ofSecret(change.field())) ? phrases.of(change.to()) : change.to();
    }

    public List<String> getKinds() {
        return kinds;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    private final class Entries extends LazyDataModel<AuditEntry> {

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return Math.toIntExact(auditLog.count(kind));
        }

        @Override
        public List<AuditEntry> load(
                int first, int pageSize, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            return auditLog.find(kind, first, pageSize);
        }
    }
}
