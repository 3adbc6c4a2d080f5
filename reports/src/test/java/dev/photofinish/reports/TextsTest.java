package dev.photofinish.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

    static Stream<RunReport> reports() {
        return Stream.of(SampleRuns.demo(), SampleRuns.race(), SampleRuns.hostile(), SampleExplorations.all());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void aReportIsTheSameButForWhatIsChanged(RunReport report) {
        assertThat(Texts.in(report, text -> text)).isEqualTo(report).isNotSameAs(report);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void noTextIsLeftOut(RunReport report) {
        RunReport changed = Texts.in(report, text -> "7");

        // what is left are names of records, enums and components, none of which begins a value in small letters
        assertThat(changed.toString()).doesNotContainPattern("[=\\[{ ](?!true|false)[a-z][a-z-]+[,\\]}]");
    }
}
