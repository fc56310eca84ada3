package org.mobiledatasync.integration.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Finds and keeps the field mappings of an integration.
 */
@ApplicationScoped
public class FieldMappingRepository {
    private EntityManager em;

    protected FieldMappingRepository() {}

    @Inject
    public FieldMappingRepository(EntityManager em) {
        this.em = em;
    }

    /** In the order in which they were made: the guide's fields first. */
    public List<FieldMapping> findByIntegration(long integrationId) {
        return em.createQuery(
                        "select m from FieldMapping m where m.integrationId = :integrationId order by m.id",
                        FieldMapping.class)
                .setParameter("integrationId", integrationId)
                .getResultList();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(FieldMapping mapping) {
        em.persist(mapping);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(FieldMapping mapping) {
        em.remove(mapping);
    }
}
