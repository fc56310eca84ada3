package org.mobiledatasync.platform.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StringMapConverterTest {

    private final StringMapConverter converter = new StringMapConverter();

    @Test
    void aMapComesBackAsItWas() {
        var map = Map.of("b", "two \"quoted\"", "a", "ünï\n");
        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(map)))
                .isEqualTo(map);
    }

    @Test
    void keysAreInAlphabeticalOrderAndNullValuesLeftOut() {
        var map = new HashMap<String, String>(Map.of("b", "2", "a", "1"));
        map.put("c", null);
        assertThat(converter.convertToDatabaseColumn(map)).isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
    }

    @Test
    void anEmptyMapAndNullAreStoredAsNullAndReadAsEmpty() {
        assertThat(converter.convertToDatabaseColumn(Map.of())).isNull();
        assertThat(converter.convertToDatabaseColumn(null)).isNull();
        assertThat(converter.convertToEntityAttribute(null)).isEmpty();
    }
}
