package org.mobiledatasync.platform.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Makes the {@link EntityManager} injectable, so that a repository receives it through its constructor.
 *
 * <p>What is injected is the container's thread-safe proxy: it works on the persistence context of the caller's
 * transaction, and outside a transaction gives out detached entities.
 */
@ApplicationScoped
public class EntityManagerProducer {

    @Produces
    @PersistenceContext(unitName = "mobiledatasync")
    private EntityManager entityManager;
}
