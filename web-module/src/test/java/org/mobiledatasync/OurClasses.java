package org.mobiledatasync;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** What the rules over our code are asked of: the classes of all three modules, and where each layer is. */
final class OurClasses {
    static final String ENTITIES = "org.mobiledatasync.*.entity..";
    static final String CONTROLS = "org.mobiledatasync.*.control..";
    static final String BOUNDARIES = "org.mobiledatasync.*.boundary..";
    static final String[] WEB = {"org.mobiledatasync.*.web..", "org.mobiledatasync.*.api.."};

    static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.mobiledatasync");

    private OurClasses() {}
}
