package org.mobiledatasync.timeline.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.mobiledatasync.platform.web.PageNumber;
import org.mobiledatasync.platform.web.Phrases;
import org.mobiledatasync.profile.boundary.ProfileDirectory;
import org.mobiledatasync.profile.web.FieldLabels;
import org.mobiledatasync.timeline.boundary.TimelineEntry;
import org.mobiledatasync.timeline.boundary.TimelinePage;
import org.mobiledatasync.timeline.boundary.TimelineService;

/** A page of the time line of one profile: the parameters {@code id} and {@code page}, from 0. */
@Named
@ViewScoped
public class TimelineBacking implements Serializable {
    private static final int PAGE = 25;
    private static final int NEWEST = 5;

    @Inject
    private TimelineService service;

    @Inject
    private ProfileDirectory directory;

    @Inject
    private FieldLabels labels;

    @Inject
    private Phrases phrases;

    private Long id;
    private int page;
    private String phone;
    private List<TimelineRow> rows = List.of();
    private TimelineEntry.Quiet quietSince;
    private long total;
    private boolean more;

    /** Reads the page of the address. */
    public void load() {
        page = PageNumber.of(page);
        phone = directory.get(id).profile().getPhone();
        read(page * PAGE, PAGE);
    }

    /** Reads as much as stands on the profile page; nothing while the profile is a new one. */
    public void loadNewest() {
        if (id != null) {
            read(0, NEWEST);
        }
    }

    private void read(int first, int size) {
        TimelinePage found = service.find(id, first, size);
        rows = found.entries().stream()
                .map(entry -> TimelineRow.of(entry, labels, phrases))
                .toList();
        quietSince = found.quietSince();
        total = found.total();
        more = first + size < total;
    }

    public List<TimelineRow> getRows() {
        return rows;
    }

    public TimelineEntry.Quiet getQuietSince() {
        return quietSince;
    }

    public long getTotal() {
        return total;
    }

    public boolean isMore() {
        return more;
    }

    public String getPhone() {
        return phone;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
