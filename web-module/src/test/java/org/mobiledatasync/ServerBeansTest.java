package org.mobiledatasync;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.mobiledatasync.OurClasses.ALL;
import static org.mobiledatasync.OurClasses.BOUNDARIES;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What our beans rely on the container for: their own transactions, and roles. */
class ServerBeansTest {
    /**
     * Signing in and signing up come before any role; every feature records what it does; timers, which are nobody, plan
     * jobs; the platform knows no roles.
     */
    private static final DescribedPredicate<JavaMethod> OPEN_TO_EVERYBODY = DescribedPredicate.describe(
            "open to everybody",
            method -> Set.of("SignInService", "SignUpService", "JobService", "SystemService")
                            .contains(method.getOwner().getSimpleName())
                    || Set.of("ApiTokenService.findAccount", "AuditLog.record")
                            .contains(method.getOwner().getSimpleName() + "." + method.getName()));

    @Test
    @DisplayName("a Service is a boundary; a Ledger opens a short transaction of its own")
    void transactions() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Ledger")
                .should()
                .beAnnotatedWith(Stateless.class)
                .andShould(openTheirOwnTransaction())
                .because("the name promises REQUIRES_NEW: annotate the class, or find a name without Ledger")
                .check(ALL);
        classes()
                .that()
                .haveSimpleNameEndingWith("Service")
                .should()
                .resideInAPackage(BOUNDARIES)
                .andShould()
                .beAnnotatedWith(Stateless.class)
                .because("a Service is what pages and API call: move it to the feature's boundary")
                .check(ALL);
    }

    @Test
    @DisplayName("whoever calls a boundary needs a role, but for what is open to everybody")
    void roles() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat(resideInAPackage(BOUNDARIES).and(annotatedWith(Stateless.class)))
                .and(not(OPEN_TO_EVERYBODY))
                .should(needARole())
                .because("pages and API rely on it: add @RolesAllowed, or list it here as open, for a reason")
                .check(ALL);
    }

    private static ArchCondition<JavaMethod> needARole() {
        return new ArchCondition<>("need a role") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean opened = method.isAnnotatedWith(PermitAll.class);
                boolean guarded = method.isAnnotatedWith(RolesAllowed.class)
                        || method.getOwner().isAnnotatedWith(RolesAllowed.class);
                if (opened || !guarded) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " needs no role"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> openTheirOwnTransaction() {
        return new ArchCondition<>("be REQUIRES_NEW as a whole") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean own = type.tryGetAnnotationOfType(TransactionAttribute.class)
                        .filter(attribute -> attribute.value() == TransactionAttributeType.REQUIRES_NEW)
                        .isPresent();
                if (!own) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is not REQUIRES_NEW"));
                }
            }
        };
    }
}
