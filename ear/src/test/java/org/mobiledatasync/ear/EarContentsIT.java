package org.mobiledatasync.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What lies where in the EAR; a library in two places is two different libraries to a server. */
class EarContentsIT {
    private static final Path EAR = Path.of(System.getProperty("test.output"), "mobile-data-sync.ear");

    @Test
    @DisplayName("one EJB module, one WAR, and what both need in lib")
    void modules() throws IOException {
        var entries = entries();

        assertThat(entries)
                .filteredOn(name -> !name.contains("/"))
                .satisfiesExactlyInAnyOrder(
                        name -> assertThat(name).contains("ejb-module").endsWith(".jar"),
                        name -> assertThat(name).contains("web-module").endsWith(".war"));
        assertThat(entries)
                .anyMatch(name -> name.startsWith("lib/") && name.contains("persistence-module"))
                .anyMatch(name -> name.startsWith("lib/") && name.contains("flyway-database-postgresql"))
                .noneMatch(name -> name.startsWith("lib/") && name.contains("ejb-module"));
    }

    @Test
    @DisplayName("the WAR holds only the libraries that Faces looks for beside the pages")
    void war() throws IOException {
        assertThat(librariesOfTheWar())
                .satisfiesExactlyInAnyOrder(name -> assertThat(name).startsWith("omnifaces-"), name -> assertThat(name)
                        .startsWith("primefaces-"));
    }

    @Test
    @DisplayName("nothing that the server brings, and nothing of the tests")
    void nothingOfOthers() throws IOException {
        var all = entries();
        all.addAll(librariesOfTheWar());

        assertThat(all)
                .noneMatch(name -> name.matches(
                        ".*(jakarta\\.[a-z.]+-api|jakartaee|microprofile|eclipselink|persistence\\.jpa).*"))
                .noneMatch(name -> name.matches(".*org\\.postgresql-.*|.*/h2-.*"))
                .noneMatch(name -> name.matches(".*(junit|assertj|parsson|simulator|demo).*"));
    }

    /** Names of files, with their folders. */
    private static List<String> entries() throws IOException {
        try (var ear = new ZipFile(EAR.toFile())) {
            return new ArrayList<>(ear.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .filter(name -> !name.startsWith("META-INF/"))
                    .toList());
        }
    }

    private static List<String> librariesOfTheWar() throws IOException {
        var names = new ArrayList<String>();
        try (var ear = new ZipFile(EAR.toFile())) {
            var war = ear.stream()
                    .filter(entry -> entry.getName().endsWith(".war"))
                    .findFirst()
                    .orElseThrow();
            try (var content = new ZipInputStream(ear.getInputStream(war))) {
                for (var entry = content.getNextEntry(); entry != null; entry = content.getNextEntry()) {
                    if (entry.getName().matches("WEB-INF/lib/.+")) {
                        names.add(entry.getName().substring("WEB-INF/lib/".length()));
                    }
                }
            }
        }
        return names;
    }
}
