package org.mobiledatasync.access.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import org.mobiledatasync.platform.entity.NotFoundException;

/** The users, found by login or id. */
@ApplicationScoped
public class UserRepository {

    private EntityManager em;

    protected UserRepository() {}

    @Inject
    public UserRepository(EntityManager em) {
        this.em = em;
    }

    public boolean isEmpty() {
        return em.createQuery("select count(u) from User u", Long.class).getSingleResult() == 0;
    }

    /** All users in the order of their logins. */
    public List<User> findAll() {
        return em.createQuery("select u from User u order by u.login", User.class)
                .getResultList();
    }

    public Optional<User> findByLogin(String login) {
        return em.createQuery("select u from User u where u.login = :login", User.class)
                .setParameter("login", User.normalized(login))
                .getResultStream()
                .findFirst();
    }

    public Optional<User> find(long id) {
        return Optional.ofNullable(em.find(User.class, id));
    }

    public User get(long id) {
        return find(id).orElseThrow(() -> NotFoundException.of("user", id));
    }

    /** Reads the user again and locks it until the transaction ends, so that attempts to sign in are counted one by one. */
    @Transactional(TxType.MANDATORY)
    public void lock(User user) {
        em.refresh(user, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * The active administrators, locked until the transaction ends, so that two of them cannot remove each other at the
     * same time.
     */
    @Transactional(TxType.MANDATORY)
    public List<User> lockAdministrators() {
        return em.createQuery("select u from User u where u.role = :role and u.active = true order by u.id", User.class)
                .setParameter("role", Role.ADMINISTRATOR)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    @Transactional(TxType.MANDATORY)
    public void add(User user) {
        em.persist(user);
    }

    @Transactional(TxType.MANDATORY)
    public void remove(User user) {
        em.remove(user);
    }
}
