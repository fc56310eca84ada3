package org.mobiledatasync;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.OurClasses.ALL;
import static org.mobiledatasync.OurClasses.BOUNDARIES;
import static org.mobiledatasync.OurClasses.CONTROLS;
import static org.mobiledatasync.OurClasses.ENTITIES;
import static org.mobiledatasync.OurClasses.WEB;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The structure of the three modules: who may know whom, and what no code of ours does. */
class ArchitectureTest {
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

    private static DescribedPredicate<JavaClass> heart() {
        return DescribedPredicate.describe(
                "are the heart of the sync",
                type -> type.getPackageName().equals("org.mobiledatasync.sync.control")
                        && HEART.contains(type.getName().replaceAll(".*\\.|\\$.*", "")));
    }

    @Test
    @DisplayName("all three modules are read, and all of the heart is there")
    void everythingIsRead() {
        assertThat(ALL.stream().map(JavaClass::getSimpleName))
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
                .check(ALL);
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
                .check(ALL);
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
                .check(ALL);
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
                .check(ALL);
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
                .check(ALL);
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
                    .check(ALL);
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
                .check(ALL);
        noClasses()
                .that(heart())
                .should()
                .dependOnClassesThat(simpleName("Clock").or(simpleName("Settings")))
                .because("a decision depends on its arguments alone: take the time or the setting into SyncRules")
                .check(ALL);
    }

    @Test
    @DisplayName("time comes from the injected clock")
    void time() {
        classes()
                .that()
                .doNotHaveSimpleName("ClockProducer")
                .should(askTheClock())
                .because("tests set the clock: inject java.time.Clock and pass it to now()")
                .check(ALL);
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
                .check(ALL);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Calendar")
                .because("times carry their offset: use OffsetDateTime")
                .check(ALL);
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
                .check(ALL);
    }
}
