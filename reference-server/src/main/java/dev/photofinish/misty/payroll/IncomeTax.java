package dev.photofinish.misty.payroll;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * Income tax withheld from a week's pay: the Australian resident rates of 2024–25 on 52 times the week, a 52nd of it,
 * without levy and offsets. Real withholding follows the tax office's tables; a test server needs an answer that is always
 * the same and can be worked out by hand.
 */
final class IncomeTax {

    private static final BigDecimal WEEKS = BigDecimal.valueOf(52);

    /** The marginal rate is the sum of the rises below the income: 16, 30, 37, 45 per cent. */
    private static final List<Bracket> BRACKETS = List.of(
            new Bracket("18200", "0.16"),
            new Bracket("45000", "0.14"),
            new Bracket("135000", "0.07"),
            new Bracket("190000", "0.08"));

    private IncomeTax() {}

    static BigDecimal ofWeek(BigDecimal gross) {
        BigDecimal year = gross.multiply(WEEKS);
        BigDecimal tax = BRACKETS.stream().map(bracket -> bracket.taxOn(year)).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Decimals.rounded(tax.divide(WEEKS, MathContext.DECIMAL64));
    }

    /** From the threshold on, each further dollar is taxed by that much more. */
    private record Bracket(BigDecimal threshold, BigDecimal rise) {

        Bracket(String threshold, String rise) {
            this(new BigDecimal(threshold), new BigDecimal(rise));
        }

        BigDecimal taxOn(BigDecimal income) {
            return income.subtract(threshold).max(BigDecimal.ZERO).multiply(rise);
        }
    }
}
