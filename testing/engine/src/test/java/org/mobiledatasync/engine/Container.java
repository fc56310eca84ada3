package org.mobiledatasync.engine;

import jakarta.annotation.Priority;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.mobiledatasync.access.boundary.SignInService;
import org.mobiledatasync.access.boundary.UserService;
import org.mobiledatasync.access.control.Caller;
import org.mobiledatasync.access.control.Passwords;
import org.mobiledatasync.platform.boundary.SystemService;
import org.mobiledatasync.platform.control.ClockProducer;
import org.mobiledatasync.platform.entity.EntityManagerProducer;
import org.mobiledatasync.salesforce.control.ParallelCalls;
import org.mobiledatasync.schedule.boundary.JobService;

/** Teaches CDI what an EJB container does with our beans, as far as the engine relies on it. */
final class Container implements Extension {

    /** What has to do with the surroundings of the server; {@link StandIns} take the place of what the engine needs. */
    private static final Set<Class<?>> LEFT_OUT = Set.of(
            Caller.class,
            ClockProducer.class,
            EntityManagerProducer.class,
            JobService.class,
            ParallelCalls.class,
            Passwords.class,
            SignInService.class,
            SystemService.class,
            UserService.class);

    private final Transactions transactions;
    private final Clock clock;

    Container(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    void offerSurroundings(@Observes AfterBeanDiscovery event) {
        event.addBean().addType(Transactions.class).produceWith(context -> transactions);
        event.addBean().addType(EntityManager.class).produceWith(context -> transactions.entityManager());
        event.addBean().addType(Clock.class).produceWith(context -> clock);
    }

    void leaveOut(@Observes @WithAnnotations({Stateless.class, ApplicationScoped.class}) ProcessAnnotatedType<?> type) {
        if (LEFT_OUT.contains(type.getAnnotatedType().getJavaClass())) {
            type.veto();
        }
    }

    /** Start-up work and the timer stay out: a history says when what runs. */
    void leaveOutTimers(@Observes @WithAnnotations(Singleton.class) ProcessAnnotatedType<?> type) {
        type.veto();
    }

    void makeTransactional(@Observes @WithAnnotations(Stateless.class) ProcessAnnotatedType<?> type) {
        type.configureAnnotatedType().add(ApplicationScoped.Literal.INSTANCE).add(new InTransaction.Literal());
    }

    /** On every session bean. */
    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    @interface InTransaction {
        /** For beans that are made so at start. */
        final class Literal extends AnnotationLiteral<InTransaction> implements InTransaction {
            private static final long serialVersionUID = 1L;
        }
    }

    /** REQUIRES_NEW where the bean says so, otherwise REQUIRED. */
    @Interceptor
    @InTransaction
    @Priority(Interceptor.Priority.PLATFORM_BEFORE)
    static class TransactionInterceptor {
        private final Transactions transactions;

        @Inject
        TransactionInterceptor(Transactions transactions) {
            this.transactions = transactions;
        }

        @AroundInvoke
        Object invoke(InvocationContext call) throws Exception {
            boolean fresh = attribute(call) == TransactionAttributeType.REQUIRES_NEW;
            return fresh || !transactions.isActive() ? transactions.inNew(call::proceed) : call.proceed();
        }

        private static TransactionAttributeType attribute(InvocationContext call) {
            TransactionAttribute attribute = call.getMethod().getAnnotation(TransactionAttribute.class);
            if (attribute == null) {
                attribute = call.getMethod().getDeclaringClass().getAnnotation(TransactionAttribute.class);
            }
            return attribute == null ? TransactionAttributeType.REQUIRED : attribute.value();
        }
    }

    /** Tries again at once what the policy of the product tries again after a while. */
    @Interceptor
    @Retry
    @Priority(Interceptor.Priority.PLATFORM_BEFORE)
    static class RetryInterceptor {

        @AroundInvoke
        Object invoke(InvocationContext call) throws Exception {
            Retry policy = call.getMethod().getAnnotation(Retry.class);
            for (int retries = 0; retries < policy.maxRetries(); retries++) {
                try {
                    return call.proceed();
                } catch (RuntimeException failure) {
                    if (Arrays.stream(policy.retryOn()).noneMatch(type -> type.isInstance(failure))) {
                        throw failure;
                    }
                }
            }
            return call.proceed();
        }
    }
}
