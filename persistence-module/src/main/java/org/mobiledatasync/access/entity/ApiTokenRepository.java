package org.mobiledatasync.access.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import org.mobiledatasync.platform.entity.NotFoundException;

/** The API tokens, found by hash or id. */
@ApplicationScoped
public class ApiTokenRepository {

    private EntityManager em;

    protected ApiTokenRepository() {}

    @Inject
    public ApiTokenRepository(EntityManager em) {
        this.em = em;
    }

    /** All tokens, the newest first. */
    public List<ApiToken> findAll() {
        return em.createQuery("select t from ApiToken t order by t.createdAt desc, t.id desc", ApiToken.class)
                .getResultList();
    }

    public Optional<ApiToken> findByHash(String tokenHash) {
        return em.createQuery("select t from ApiToken t where t.tokenHash = :hash", ApiToken.class)
                .setParameter("hash", tokenHash)
                .getResultStream()
                .findFirst();
    }

    public ApiToken get(long id) {
        return Optional.ofNullable(em.find(ApiToken.class, id))
                .orElseThrow(() -> NotFoundException.of("API token", id));
    }

    @Transactional(TxType.MANDATORY)
    public void add(ApiToken token) {
        em.persist(token);
    }

    @Transactional(TxType.MANDATORY)
    public void remove(ApiToken token) {
        em.remove(token);
    }
}
