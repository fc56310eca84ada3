package org.mobiledatasync.access.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mobiledatasync.access.boundary.UserService;
import org.mobiledatasync.access.entity.User;

/** The list of users. */
@Named
@RequestScoped
public class UsersBacking {

    @Inject
    private UserService userService;

    private List<User> users;

    @PostConstruct
    void load() {
        users = userService.findAll();
    }

    public List<User> getUsers() {
        return users;
    }
}
