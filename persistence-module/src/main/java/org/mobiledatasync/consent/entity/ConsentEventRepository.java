package org.mobiledatasync.consent.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Appends consent events and reads them; nothing changes or deletes one (R4.8).
 */
@ApplicationScoped
public class ConsentEventRepository {
    private EntityManager em;

    protected ConsentEventRepository() {}

    @Inject
    public ConsentEventRepository(EntityManager em) {
        this.em = em;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(ConsentEvent event) {
        em.persist(event);
    }

    /** The events of a number, newest first; those of an earlier profile of the number too. */
    public List<ConsentEvent> findByPhone(String phone) {
        return em.createQuery(
                        "select e from ConsentEvent e where e.phone = :phone order by e.occurredAt desc, e.id desc",
                        ConsentEvent.class)
                .setParameter("phone", phone)
                .getResultList();
    }
}
