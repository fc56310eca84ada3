package org.mobiledatasync;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The structure of the three modules: who may know whom, and what no code of ours does. */
class ArchitectureTest {
    private static final String ENTITIES = "org.mobiledatasync.*.entity..";
    private static final String CONTROLS = "org.mobiledatasync.*.control..";
    private static final String BOUNDARIES = "org.mobiledatasync.*.boundary..";
    private static final String[] WEB = {"org.mobiledatasync.*.web..", "org.mobiledatasync.*.api.."};

    /** The rules of the sync, as plain Java. */
    private static final Set<String> HEART = Set.of(
            "FieldMerge",
            "MergeField",
            "ConflictChoices",
            "NumberChoice",
            "ConsentMerge",
            "Matcher",
            "RecordDecision",
            "RecordEffects",
            "SyncRules",
            "ContactRecord",
            "KnownProfile",
            "OptInValue",
            "RowMark",
            "Reason");

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

    private static JavaClasses ours;

    @BeforeAll
    static void read() {
        ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.mobiledatasync");
    }

    private static DescribedPredicate<JavaClass> heart() {
        return DescribedPredicate.describe(
                "are the heart of the sync",
                type -> type.getPackageName().equals("org.mobiledatasync.sync.control")
                        && HEART.contains(type.getName().replaceAll(".*\\.|\\$.*", "")));
    }

    @Test
    @DisplayName("all three modules are read, and all of the heart is there")
    void everythingIsRead() {
        assertThat(ours.stream().map(JavaClass::getSimpleName))
                .contains("Profile", "RecordDecision", "IntegrationsResource")
                .containsAll(HEART);
    }

    @Test
    @DisplayName("what we store knows nothing of what we do")
    void entities() {
        noClasses()
                .that()
                .resideInAPackage(ENTITIES)
                .should()
                .dependOnClassesThat(resideInAnyPackage(CONTROLS, BOUNDARIES).or(resideInAnyPackage(WEB)))
                .because("entities are the lowest layer: move the code that needs a control into that control")
                .check(ours);
    }

    @Test
    @DisplayName("what we do knows nothing of what people see")
    void controls() {
        noClasses()
                .that()
                .resideInAnyPackage(CONTROLS, BOUNDARIES)
                .should()
                .dependOnClassesThat(resideInAnyPackage(WEB))
                .because("texts, pages and JSON belong into web-module: return values, and let the page show them")
                .check(ours);
    }

    @Test
    @DisplayName("pages and API use boundaries, never controls")
    void web() {
        noClasses()
                .that()
                .resideInAnyPackage(WEB)
                .should()
                .dependOnClassesThat(resideInAPackage(CONTROLS))
                .because("a page that calls a control goes round transactions and roles: add a method to the boundary")
                .check(ours);
    }

    @Test
    @DisplayName("pages and API touch no database")
    void webAndDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage(WEB)
                .should()
                .dependOnClassesThat(simpleNameEndingWith("Repository")
                        .or(resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql.."))
                        // That two people edited one thing at once is for the page to say.
                        .and(not(assignableTo(OptimisticLockException.class))))
                .because("only boundaries open transactions: ask a service for it")
                .check(ours);
    }

    @Test
    @DisplayName("the platform knows no feature")
    void platform() {
        noClasses()
                .that()
                .resideInAPackage("org.mobiledatasync.platform..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.mobiledatasync..")
                        .and(not(resideInAPackage("org.mobiledatasync.platform.."))))
                .because("every feature stands on the platform: let the feature register itself, or observe an event")
                .check(ours);
    }

    @Test
    @DisplayName("no cycle between the features of what we store, of what we do, of what people see")
    void cycles() {
        for (List<String> layer : List.of(List.of("entity"), List.of("boundary", "control"), List.of("web", "api"))) {
            slices().assignedFrom(featuresOf(layer))
                    .should()
                    .beFreeOfCycles()
                    .because(
                            "features build on each other one way: let the lower one fire an event that the upper observes")
                    .check(ours);
        }
    }

    private static SliceAssignment featuresOf(List<String> layer) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                String[] steps = type.getPackageName().split("\\.");
                boolean within = steps.length > 3
                        && type.getPackageName().startsWith("org.mobiledatasync.")
                        && layer.contains(steps[3]);
                return within ? SliceIdentifier.of(steps[2]) : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "features of " + layer;
            }
        };
    }

    @Test
    @DisplayName("the heart of the sync is plain Java")
    void plainHeart() {
        noClasses()
                .that(heart())
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "jakarta.ejb..",
                        "jakarta.persistence..",
                        "jakarta.transaction..",
                        "jakarta.inject..",
                        "jakarta.enterprise..",
                        "jakarta.json..",
                        "java.net..",
                        "java.io..",
                        "java.nio.file..",
                        "org.mobiledatasync.salesforce.."))
                .because(
                        "property tests run thousands of cases on it: hand in values, and carry its effects out elsewhere")
                .check(ours);
        noClasses()
                .that(heart())
                .should()
                .dependOnClassesThat(simpleName("Clock").or(simpleName("Settings")))
                .because("a decision depends on its arguments alone: take the time or the setting into SyncRules")
                .check(ours);
    }

    @Test
    @DisplayName("time comes from the injected clock")
    void time() {
        classes()
                .that()
                .doNotHaveSimpleName("ClockProducer")
                .should(askTheClock())
                .because("tests set the clock: inject java.time.Clock and pass it to now()")
                .check(ours);
    }

    private static ArchCondition<JavaClass> askTheClock() {
        return new ArchCondition<>("ask the clock for the time") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
                    if (isBare(call)) {
                        events.add(SimpleConditionEvent.violated(call, call.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean isBare(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        boolean now = owner.startsWith("java.time.")
                && call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        boolean system = owner.equals("java.time.Clock") && call.getName().startsWith("system");
        boolean millis = owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis");
        return now || system || millis;
    }

    @Test
    @DisplayName("no System.out, no java.util.Date, no stack traces on the console")
    void neverUsed() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
                .because("operators read logs: use java.util.logging with key=value")
                .check(ours);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Calendar")
                .because("times carry their offset: use OffsetDateTime")
                .check(ours);
    }

    @Test
    @DisplayName("names say what a class is for")
    void names() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveNameMatching(".*(Util|Utils|Helper|Manager)")
                .because("such a name fits anything: call it by the word of the glossary for what it does")
                .check(ours);
    }

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
                .check(ours);
        classes()
                .that()
                .haveSimpleNameEndingWith("Service")
                .should()
                .resideInAPackage(BOUNDARIES)
                .andShould()
                .beAnnotatedWith(Stateless.class)
                .because("a Service is what pages and API call: move it to the feature's boundary")
                .check(ours);
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
                .check(ours);
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
