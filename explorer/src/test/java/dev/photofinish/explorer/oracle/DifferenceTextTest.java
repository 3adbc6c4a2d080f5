package dev.photofinish.explorer.oracle;

import static dev.photofinish.explorer.oracle.Ledgers.documents;
import static dev.photofinish.explorer.oracle.Ledgers.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.oracle.LedgerContest.Move;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DifferenceTextTest {

    @Test
    void secretsAreNotShown() throws InterruptedException {
        Move remembers = (books, mine) -> mine.remember("password", books.value("users", "password"));
        Move changes = (books, mine) -> books.first("users")
                .put(
                        "password",
                        new BsonString(mine.recall("password").asString().getValue() + "x"));
        LedgerContest users = new LedgerContest(Map.of("users", documents("{_id: 1, password: 'hunter'}")))
                .with("A", remembers, changes)
                .with("B", remembers, changes);

        assertThat(judge(users, "A B A B").findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .contains("users (_id 1) password: ***, one after the other ***")
                        .doesNotContain("hunter"));
    }

    @Test
    void norAreThoseOfDocumentsThatHaveNoCounterpart() {
        assertThat(text(new Difference.Place(
                        new Difference.Spot.Whole(
                                "shop.users", new TreeMap<>(Map.of("/name", "\"ann\"", "/password", "\"hunter\""))),
                        "",
                        Optional.of(""),
                        Optional.empty())))
                .endsWith("\nshop.users: {name: \"ann\", password: ***}, one after the other no document like this");
    }

    @Test
    void whatWasDeletedIsGone() {
        Difference.Spot.Whole job =
                new Difference.Spot.Whole("shop.jobs", new TreeMap<>(Map.of("/_id", "7", Given.DELETED_PATH, "\"\"")));

        assertThat(text(new Difference.Place(job, "", Optional.of(""), Optional.empty())))
                .endsWith("\nshop.jobs: {_id: 7} is gone, one after the other it is not");
        assertThat(text(new Difference.Place(job, "", Optional.empty(), Optional.of(""))))
                .endsWith("\nshop.jobs: {_id: 7} is not gone, one after the other it is");
    }

    @Test
    void whoFaredOtherwiseIsSaidInOneLine() {
        assertThat(text(
                        told("/answers/0", "{}", null),
                        told("/answers/0/error", null, "\"sold out\""),
                        told("/answers/0/left", "20", null),
                        told("/outcome", "\"ACCEPTED\"", "\"REFUSED\"")))
                .endsWith("\nB was accepted, one after the other refused with error: \"sold out\"");
    }

    @Test
    void howGeneratedIdsAreNumberedIsSaidOnlyIfThatIsAllThatDiffers() {
        Difference.Place number = stored("/event", "\"‹new 1›\"", "\"‹new 2›\"");

        assertThat(text(number, stored("/left", "1", "0")))
                .endsWith("The nearest is A, then B:\nshop.seats left: 1, one after the other 0");
        assertThat(text(number)).endsWith("\nshop.seats event: ‹new 1›, one after the other ‹new 2›");
    }

    private static String text(Difference.Place... places) {
        return new DifferenceText(Masking.BY_NAME)
                .of(List.of("A", "B"), Requests.oneEach(List.of("A", "B")), new Difference(List.of(places)));
    }

    private static Difference.Place told(String path, @Nullable String here, @Nullable String there) {
        return new Difference.Place(
                new Difference.Spot.Told("B"), path, Optional.ofNullable(here), Optional.ofNullable(there));
    }

    private static Difference.Place stored(String path, String here, String there) {
        return new Difference.Place(
                new Difference.Spot.Stored("shop.seats", Optional.empty()),
                path,
                Optional.of(here),
                Optional.of(there));
    }
}
