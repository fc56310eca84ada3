package org.mobiledatasync.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/profiles/index.xhtml?q=%C3%A4&x=1", "/a:b"})
    void pagesOfOursAreKept(String path) {
        assertThat(ReturnPath.safe(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "https://evil.example/", "//evil.example/", "/\\evil.example", "/a\r\nX: y", "javascript:x"})
    void everythingElseLeadsHome(String path) {
        assertThat(ReturnPath.safe(path)).isEqualTo("/");
    }
}
