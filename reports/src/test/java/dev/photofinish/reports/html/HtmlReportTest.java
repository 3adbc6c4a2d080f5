package dev.photofinish.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.reports.RunReport;
import dev.photofinish.reports.SampleExplorations;
import dev.photofinish.reports.SampleRuns;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlReportTest {

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

    @Test
    void beginsWithTheVerdictInASentence() throws IOException {
        Document page = page(SampleRuns.demo());

        assertThat(page.select("h1").text()).endsWith("violated 3 of 8 races broke a rule.");
        assertThat(page.title()).isEqualTo("3 of 8 races broke a rule. – Photofinish");
        assertThat(page.select(".findings li").eachText())
                .contains("racy code 3 of 4 scenarios violated, 1 inconclusive");
    }

    @Test
    void putsDeploymentsSideBySide() throws IOException {
        Element card = page(SampleRuns.demo()).expectFirst("article");

        assertThat(card.select("h2").text()).isEqualTo("Two users allocate 80 of the same 100 units");
        assertThat(card.select("header").text()).contains("concurrent-stock-allocation", "Test Scenario 1");
        assertThat(card.select(".side h3").eachText()).containsExactly("racy code ✗ violated", "right code ✓ held");
        assertThat(card.select(".side .sentence").eachText().getLast()).isEqualTo("0 of 100: below 3.0 % at 95 %");
        assertThat(card.expectFirst(".side").text())
                .contains(
                        "57 of 100 judged rounds violated",
                        "Exactly one contender is accepted (accepted: 1) in 57 rounds",
                        "Apart on arrival, stamped at the server 3.3 µs in the median");
    }

    @Test
    void countsInconclusiveRoundsNeitherWayAndSaysWhy() throws IOException {
        Element side = page(SampleRuns.demo()).expectFirst("#scenario-4 .side.inconclusive");

        assertThat(side.text())
                .contains("no round could be judged", "100 rounds of 100", "answered 401 for user production-a.")
                .doesNotContain("0 of 0");
    }

    @Test
    void showsTheRoundAsAPictureWithTheSameInWords() throws IOException {
        Element photo = page(SampleRuns.demo()).expectFirst("#scenario-1 .photo");

        assertThat(photo.hasAttr("open")).isTrue();
        assertThat(photo.expectFirst(".evidence strong").text()).isEqualTo("Both were told yes: 160 granted of 100.");
        assertThat(photo.text()).contains("A crossed the line first at 1,204 µs, B 88 µs later.");
        assertThat(photo.select("svg.timeline .told").eachText())
                .first()
                .asString()
                .startsWith("A sales-a allocate-stock 200 accepted {\"success\":true");
        assertThat(photo.select("svg.timeline .place").eachText()).containsExactly("1", "2");
        assertThat(photo.select("svg.timeline desc").text()).contains("B (sales-b) sent allocate-stock at 4 µs");
        assertThat(photo.select("tbody tr").eachText()).hasSize(2);
        assertThat(photo.select(".command code").text())
                .isEqualTo("photofinish race concurrent-stock-allocation --seed 4711 --round 3 "
                        + "--url http://127.0.0.1:41873");
    }

    @Test
    void distinguishesRefusedFailedAndUnansweredInWords() throws IOException {
        Element picture = page(SampleRuns.demo()).expectFirst("#scenario-3 svg.timeline");

        assertThat(picture.select("g.refused .outcome").eachText()).containsExactly("409 refused");
        assertThat(picture.select("g.failed .outcome").eachText()).containsExactly("500 failed", "no answer, failed");
        assertThat(picture.select(".unanswered").text()).isEqualTo("no answer");
    }

    @Test
    void drawsASweepWhereThereIsOne() throws IOException {
        assertThat(page(SampleRuns.race()).select("svg.sweepchart .rate")).hasSize(21);
        assertThat(page(SampleRuns.demo()).select("svg.sweepchart")).isEmpty();
    }

    @Test
    void drawsTheInterleavingAndTellsItCommandByCommand() throws IOException {
        Element card = page(SampleExplorations.demo()).expectFirst("#explored-1");

        assertThat(card.select(".side h3").eachText()).containsExactly("racy code ✗ violated", "right code ✓ held");
        assertThat(card.select(".side .sentence").eachText())
                .containsExactly(
                        "all 4 interleavings that matter were run, of at most 20: 2 violations",
                        "all 2 interleavings that matter were run, of at most 6: 0 violations");
        assertThat(card.select("svg.schedule circle")).hasSize(6);
        assertThat(card.select("svg.schedule circle.conflicts")).hasSize(4);
        assertThat(card.select("table.interleaving tbody tr")).hasSize(6);
        assertThat(card.select("table.interleaving tbody tr:eq(1) td").eachText())
                .containsExactly(
                        "conflicts find raw_substrate_stock {product_id: \"pf-1\", quantity_on_hand: {$gt: 0}} → 1"
                                + " document");
        assertThat(card.select(".evidence").text())
                .isEqualTo("Oversell: B wrote raw_substrate_stock, which it had read before A's write.");
        assertThat(card.select(".command code").text())
                .isEqualTo("./photofinish explore concurrent-stock-allocation --replay 'A B B B A A'");
    }

    @Test
    void drawsThePairsOfOperationsThatBreakSomething() throws IOException {
        Element matrix = page(SampleExplorations.all()).expectFirst("section:has(#matrix-1)");

        assertThat(matrix.select("svg.matrix .breaks title").text())
                .isEqualTo("allocate-stock × allocate-stock: breaks expect");
        assertThat(matrix.select("svg.matrix a").attr("href")).isEqualTo("#explored-1");
        assertThat(matrix.select(".meta").text())
                .isEqualTo("racy code. 1 of 4 pairs explored break a rule; 1 not explored.");
        assertThat(matrix.select("tbody tr")).hasSize(5);
    }

    @Test
    void doesNotCallItAFailureThatRacyCodeIsRacy() throws IOException {
        assertThat(page(SampleExplorations.demo()).select("h1").text())
                .isEqualTo("✓ held The racy code broke, as it is meant to. The right code held.");
    }

    @Test
    void listsInvariantsWithTheirOffenders() throws IOException {
        Element table = page(SampleRuns.verify()).expectFirst("section:has(#invariants) table");

        assertThat(table.select("tbody tr:eq(1)").text())
                .contains("✗ violated 12,345 3 1", "ADM-2026-0042: 2 orders, a1f9 and b2e8");
        assertThat(table.select("tbody tr:eq(2)").text()).contains("no data");
        assertThat(table.select("tbody tr:eq(3)").text()).contains("The database did not answer within 30 s.");
    }

    @Test
    void saysWhatRanWhereAndWithWhichSeed() throws IOException {
        assertThat(page(SampleRuns.demo()).select("section:has(#run)").text())
                .contains(
                        "photofinish demo --seed 4711",
                        "Seed 4711",
                        "2 cores, 24 GiB, Linux 6.1, Java 25.0.3",
                        "24 November 2026, 09:41 UTC");
    }

    @Test
    void hostileTextStaysText() throws IOException {
        Document page = page(SampleRuns.hostile());

        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("script").html()).doesNotContain("alert");
        assertThat(page.select(".command code").eachText().getLast())
                .isEqualTo("<script>alert('owned')</script> & \"quoted\" \uFFFD[31m\uFFFD ]]> \uFFFDgnp.exe");
    }

    @ParameterizedTest
    @MethodSource("everyRun")
    void needsNothingButItself(RunReport report) throws IOException {
        Document page = page(report);

        assertThat(page.select("link, img, iframe, object, embed, base, form, [src], [srcset], [style]"))
                .isEmpty();
        assertThat(page.select("a"))
                .allSatisfy(link -> assertThat(link.attr("href")).startsWith("#"));
        assertThat(page.select("style").html()).doesNotContain("url(", "@import", "@font-face");
        assertThat(page.getAllElements())
                .flatMap(element -> element.attributes().asList())
                .extracting(Attribute::getKey)
                .noneMatch(name -> name.startsWith("on"));
    }

    @ParameterizedTest
    @MethodSource("everyRun")
    void letsTheBrowserRunItsOwnStyleAndScriptOnly(RunReport report) throws IOException {
        Document page = page(report);

        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .isEqualTo("default-src 'none'; style-src %s; script-src %s"
                        .formatted(
                                new Inline(page.expectFirst("style").data()).hash(),
                                new Inline(page.expectFirst("script").data()).hash()));
    }

    @ParameterizedTest
    @MethodSource("everyRun")
    void canBeReadWithoutSeeingIt(RunReport report) throws IOException {
        Document page = page(report);

        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("th"))
                .allSatisfy(header -> assertThat(header.hasAttr("scope")).isTrue());
        assertThat(page.select("svg:not([aria-hidden])")).allSatisfy(picture -> {
            assertThat(picture.attr("role")).isEqualTo("img");
            assertThat(picture.attr("aria-labelledby").split(" "))
                    .allSatisfy(
                            id -> assertThat(page.expectFirst("#" + id).text()).isNotBlank());
        });
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select("[aria-labelledby]").eachAttr("aria-labelledby"))
                .flatMap(ids -> List.of(ids.split(" ")))
                .allSatisfy(id -> assertThat(page.select("#" + id)).hasSize(1));
    }

    private static Document page(RunReport report) throws IOException {
        StringWriter out = new StringWriter();
        new HtmlReport().render(report, out);
        return Jsoup.parse(out.toString());
    }
}
