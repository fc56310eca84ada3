package org.mobiledatasync.sync.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Finds and keeps the last test of each integration's connection. */
@ApplicationScoped
public class ConnectionTestRepository {
    private EntityManager em;

    protected ConnectionTestRepository() {}

    @Inject
    public ConnectionTestRepository(EntityManager em) {
        this.em = em;
    }

    public Optional<ConnectionTestResult> find(long integrationId) {
        return em.createQuery(
                        "select t from ConnectionTestResult t where t.integrationId = :integrationId",
                        ConnectionTestResult.class)
                .setParameter("integrationId", integrationId)
                .getResultStream()
                .findFirst();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(ConnectionTestResult result) {
        em.persist(result);
    }
}
