package dev.photofinish.explorer.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.photofinish.explorer.driver.Outcome;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;

class ToldTest {

    @Test
    void numbersOfAllKindsAreAddedWithTheirFractions() {
        assertThat(told(10.5, 10.5).sum()).isEqualTo(21);
        assertThat(told(0.1, 0.2f).sum()).isEqualTo(0.3);
        assertThat(told(80, 60L).sum()).isEqualTo(140);
        assertThat(told(new BigDecimal("1.25"), Decimal128.parse("1.5")).sum()).isEqualTo(2.75);
        assertThat(told("sold out", 3).sum()).isEqualTo(3);
    }

    @Test
    void aSumIsNeverRounded() {
        Told many = told(9_007_199_254_740_993L, 0);

        assertThat(many.total()).isEqualTo("9007199254740993");
        assertThatExceptionOfType(MisusedRule.class)
                .isThrownBy(many::sum)
                .withMessageContaining("9007199254740993")
                .withMessageContaining("told.total()");
        assertThatExceptionOfType(MisusedRule.class)
                .isThrownBy(told(Double.NaN, 1)::sum)
                .withMessageContaining("NaN");
    }

    @Test
    void numbersAreCountedByTheirValue() {
        assertThat(told(1L, 1).count(1)).isEqualTo(2);
        assertThat(told(1.0, new BigDecimal("1.00")).count(1)).isEqualTo(2);
        assertThat(told(1.5, 2).count(1)).isZero();
        assertThat(told(Double.NaN, 1).count(Double.NaN)).isEqualTo(1);
        assertThat(told(true, "1").count(1)).isZero();
        assertThat(told(true, false).count(true)).isEqualTo(1);
    }

    @Test
    void nullIsNoText() {
        Told told = new Told(Map.of("A", new Outcome.ReturnedNothing()));

        assertThat(told.count("nothing")).isZero();
        assertThat(told.to("A")).isEmpty();
    }

    @Test
    void whoTakesNoPartIsNotAsked() {
        assertThatExceptionOfType(MisusedRule.class)
                .isThrownBy(() -> told(1, 2).to("C"))
                .withMessage("There is no contender C whose answer a rule could ask for; they are A and B.");
    }

    private static Told told(Object a, Object b) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        outcomes.put("A", new Outcome.Returned(a));
        outcomes.put("B", new Outcome.Returned(b));
        return new Told(outcomes);
    }
}
