package dev.photofinish.misty.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Year;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OrderNumberDigitsTest {

    @Test
    void theyAreAsciiInEveryCountry() {
        Locale before = Locale.getDefault();

        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            assertThat(OrderNumbers.format(Year.of(2026), 7)).isEqualTo("ADM-2026-0007");
        } finally {
            Locale.setDefault(before);
        }
    }
}
