package org.mobiledatasync.integration.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Finds and keeps the opt-in path rules of an integration.
 */
@ApplicationScoped
public class OptInPathRuleRepository {
    private EntityManager em;

    protected OptInPathRuleRepository() {}

    @Inject
    public OptInPathRuleRepository(EntityManager em) {
        this.em = em;
    }

    /** In the order in which they are tried. */
    public List<OptInPathRule> findByIntegration(long integrationId) {
        return em.createQuery(
                        "select r from OptInPathRule r where r.integrationId = :integrationId order by r.position, r.id",
                        OptInPathRule.class)
                .setParameter("integrationId", integrationId)
                .getResultList();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(OptInPathRule rule) {
        em.persist(rule);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(OptInPathRule rule) {
        em.remove(rule);
    }
}
