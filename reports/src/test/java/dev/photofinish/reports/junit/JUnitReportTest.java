package dev.photofinish.reports.junit;

import static dev.photofinish.reports.SampleExplorations.covered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.photofinish.reports.RunReport;
import dev.photofinish.reports.SampleExplorations;
import dev.photofinish.reports.SampleRuns;
import dev.photofinish.reports.Unsafe;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JUnitReportTest {

    static Stream<RunReport> everyRun() {
        return Stream.of(
                SampleRuns.demo(),
                SampleRuns.race(),
                SampleRuns.verify(),
                SampleRuns.hostile(),
                SampleExplorations.all(),
                SampleExplorations.demo(),
                SampleExplorations.hostile(),
                SampleRuns.run("", List.of(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("everyRun")
    void isWhatCiServersAccept(RunReport report) throws Exception {
        String xml = written(report);

        assertThatCode(() -> schema().newValidator().validate(new StreamSource(new StringReader(xml))))
                .doesNotThrowAnyException();
    }

    @Test
    void makesASuiteADeploymentAndOneOfTheInvariants() throws Exception {
        Document document = parsed(SampleRuns.demo());

        assertThat(elements(document, "testsuite"))
                .extracting(suite -> suite.getAttribute("name"))
                .containsExactly("racy code", "right code", "invariants");
        assertThat(elements(document, "testsuite"))
                .extracting(JUnitReportTest::counts)
                .containsExactly("4 3 1 0", "4 0 1 0", "5 1 1 1");
        assertThat(document.getDocumentElement().getAttribute("errors")).isEqualTo("3");
    }

    @Test
    void violatedIsAFailureWithItsEvidence() throws Exception {
        Element failure = only(test(parsed(SampleRuns.demo()), "concurrent-stock-allocation"), "failure");

        assertThat(failure.getAttribute("message"))
                .isEqualTo("Violated: 57 of 100 (57.0 %, 95 % interval 46.7 to 66.9 %).");
        assertThat(failure.getTextContent())
                .contains(
                        "Both were told yes: 160 granted of 100.",
                        "broken in 57 rounds: Exactly one contender is accepted (accepted: 1)",
                        "A crossed the line first at 1,204 µs, B 88 µs later.",
                        "B (sales-b) sent allocate-stock at 4 µs: 200 accepted at 1,292 µs: {\"success\":true",
                        "Replay: photofinish race concurrent-stock-allocation --seed 4711 --round 3");
    }

    @Test
    void whatWasExploredIsASuiteOfItsOwn() throws Exception {
        Document document = parsed(SampleExplorations.all());

        assertThat(elements(document, "testsuite"))
                .extracting(suite -> suite.getAttribute("name") + ": " + counts(suite))
                .containsExactly("racy code, explored: 1 1 0 0", "right code, explored: 2 1 1 0");
        assertThat(only(test(document, "concurrent-stock-allocation"), "failure")
                        .getTextContent())
                .contains(
                        "Oversell: B wrote raw_substrate_stock",
                        "  B: insert stock_movements",
                        "Replay: ./photofinish explore concurrent-stock-allocation");
        assertThat(only(test(document, "nobody-came"), "error").getTextContent())
                .contains("point the application at it.");
    }

    @Test
    void unsafeCommandsFailAStrictRunThoughNoScheduleHasShownIt() throws Exception {
        var held = SampleExplorations.stock(
                SampleRuns.RIGHT, covered(Map.of("A", 1, "B", 1), 2, 2, 0).complete(), List.of());
        var found = SampleExplorations.unsafe(held, Unsafe.Counts.AS_VIOLATION);
        var doubted = SampleExplorations.unsafe(held, Unsafe.Counts.AS_DOUBT);

        Element failure = only(
                test(parsed(SampleExplorations.run(List.of(found), List.of())), "concurrent-stock-allocation"),
                "failure");
        Element error = only(
                test(parsed(SampleExplorations.run(List.of(doubted), List.of())), "concurrent-stock-allocation"),
                "error");

        assertThat(failure.getAttribute("message")).endsWith("1 pair unsafe, not reproduced.");
        assertThat(failure.getTextContent()).contains("Unsafe, not reproduced: " + SampleExplorations.PAIR);
        assertThat(error.getAttribute("message")).contains(SampleExplorations.PAIR);
    }

    @Test
    void codeThatIsRacyOnPurposePassesByBreaking() throws Exception {
        assertThat(parsed(SampleExplorations.demo())
                        .getElementsByTagName("failure")
                        .getLength())
                .isZero();
    }

    @Test
    void inconclusiveIsAnErrorWithItsCause() throws Exception {
        Element error = only(test(parsed(SampleRuns.demo()), "job-card-stage-progression"), "error");

        assertThat(error.getAttribute("message")).isEqualTo("Inconclusive: 100 of 100 rounds could not be judged.");
        assertThat(error.getTextContent()).contains("POST /api/auth/login answered 401 for user production-a.");
    }

    @Test
    void invariantsFailErrOrAreSkippedForWantOfData() throws Exception {
        Document document = parsed(SampleRuns.verify());

        assertThat(only(test(document, "order-numbers-unique"), "failure").getTextContent())
                .startsWith("ADM-2026-0042: 2 orders");
        assertThat(only(test(document, "production-log-is-a-path"), "error").getAttribute("message"))
                .isEqualTo("Inconclusive: The database did not answer within 30 s.");
        assertThat(only(test(document, "one-payslip-an-approved-timesheet"), "skipped")
                        .getAttribute("message"))
                .isEqualTo("There was no data to look at in timesheets.");
        assertThat(test(document, "one-full-invoice-an-order")
                        .getElementsByTagName("failure")
                        .getLength())
                .isZero();
    }

    @Test
    void textFromOutsideStaysTextAndIllegalCharactersAreReplaced() throws Exception {
        Document document = parsed(SampleRuns.hostile());

        assertThat(elements(document, "testsuite").getFirst().getAttribute("name"))
                .isEqualTo(SampleRuns.HOSTILE.replace('\u001b', '\uFFFD').replace('\u0000', '\uFFFD'));
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(XmlText.legal("a\tb\n\u0008\uD800 \uD83C\uDFC1")).isEqualTo("a\tb\n\uFFFD\uFFFD \uD83C\uDFC1");
    }

    private static String counts(Element suite) {
        return Stream.of("tests", "failures", "errors", "skipped")
                .map(suite::getAttribute)
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }

    private static Element test(Document document, String name) {
        return elements(document, "testcase").stream()
                .filter(test -> test.getAttribute("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Element only(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        assertThat(found.getLength()).isEqualTo(1);
        return (Element) found.item(0);
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static Document parsed(RunReport report) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(written(report))));
    }

    private static String written(RunReport report) throws IOException {
        StringWriter out = new StringWriter();
        new JUnitReport().render(report, out);
        return out.toString();
    }

    private static Schema schema() throws Exception {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JUnitReportTest.class.getResource("junit.xsd"));
    }
}
