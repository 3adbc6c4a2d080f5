package dev.photofinish.misty.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.photofinish.misty.http.InvalidField;
import java.math.BigDecimal;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @Test
    void sumsOfDecimalsAreExact() {
        Quantity tenth = Quantity.positive("quantity", new BigDecimal("0.1"));

        assertThat(tenth.plus(tenth).plus(tenth).shown()).isEqualTo(0.3);
        assertThat(tenth.minus(tenth).isZero()).isTrue();
    }

    @Test
    void everyKindOfStoredNumberIsRead() {
        assertThat(Quantity.of(0.3).amount()).isEqualByComparingTo("0.3");
        assertThat(Quantity.of(100).amount()).isEqualByComparingTo("100");
        assertThat(Quantity.of(new Decimal128(7)).amount()).isEqualByComparingTo("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+3", "1.500", "0.001", "1000000000000", "1.0000000000"})
    void theSameNumberIsTakenInAnyNotation(String number) {
        assertThat(Quantity.positive("quantity", new BigDecimal(number)).amount())
                .isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.0001", "1000000000001", "1E+999999999", "1E-999999999"})
    void whatCannotBeKeptExactlyIsRefusedByName(String number) {
        assertThatExceptionOfType(InvalidField.class)
                .isThrownBy(() -> Quantity.positive("quantity", new BigDecimal(number)))
                .withMessageStartingWith("must ");
    }
}
