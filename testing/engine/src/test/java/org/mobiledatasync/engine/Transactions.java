package org.mobiledatasync.engine;

import jakarta.ejb.ApplicationException;
import jakarta.ejb.EJBException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Container-managed transactions without a container: each has a persistence context of its own, entities are detached
 * when it ends, and an unexpected exception rolls it back and reaches the caller as an {@link EJBException}.
 */
final class Transactions {

    /** Work that may throw anything, as an intercepted method does. */
    interface Work {
        Object run() throws Exception;
    }

    private final EntityManagerFactory factory;
    private final Life life;
    private final ThreadLocal<Deque<EntityManager>> open = ThreadLocal.withInitial(ArrayDeque::new);

    Transactions(EntityManagerFactory factory, Life life) {
        this.factory = factory;
        this.life = life;
    }

    boolean isActive() {
        return !open.get().isEmpty();
    }

    /** What the engine gets injected: it works on the transaction of the caller. */
    EntityManager entityManager() {
        return (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    if (!isActive()) {
                        throw new IllegalStateException("no transaction for " + method.getName());
                    }
                    try {
                        return method.invoke(open.get().peek(), arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    Object inNew(Work work) throws Exception {
        life.moment();
        EntityManager entities = factory.createEntityManager();
        entities.getTransaction().begin();
        open.get().push(entities);
        try {
            Object result = work.run();
            life.moment();
            entities.getTransaction().commit();
            life.moment();
            return result;
        } catch (RuntimeException unexpected) {
            throw asSeenOutside(unexpected);
        } finally {
            open.get().pop();
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    private static RuntimeException asSeenOutside(RuntimeException thrown) {
        for (Class<?> type = thrown.getClass(); type != Object.class; type = type.getSuperclass()) {
            if (type.isAnnotationPresent(ApplicationException.class)) {
                return thrown;
            }
        }
        return thrown instanceof EJBException ? thrown : new EJBException(thrown);
    }
}
