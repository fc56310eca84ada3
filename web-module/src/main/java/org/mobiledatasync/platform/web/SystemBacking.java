package org.mobiledatasync.platform.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mobiledatasync.platform.boundary.SystemInfo;
import org.mobiledatasync.platform.boundary.SystemService;

/** The System page. */
@Named
@RequestScoped
public class SystemBacking {

    @Inject
    private SystemService systemService;

    private SystemInfo info;

    @PostConstruct
    void load() {
        info = systemService.info();
    }

    public SystemInfo getInfo() {
        return info;
    }
}
