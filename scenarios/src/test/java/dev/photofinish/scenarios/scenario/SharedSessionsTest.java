package dev.photofinish.scenarios.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.scenarios.system.SystemFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedSessionsTest {

    @TempDir
    private Path folder;

    @Test
    void contendersOfTheSameOnlyUserShareWhatItHas() throws IOException {
        assertThat(sentences("A: { as: boss, do: [ { call: buy } ] }", "B: { as: boss, do: [ { call: buy } ] }"))
                .singleElement()
                .asString()
                .startsWith("A and B are one user, ann: they share cookies and token");
    }

    @Test
    void differentUsersShareNothing() throws IOException {
        assertThat(sentences("A: { as: clerk, do: [ { call: buy } ] }", "B: { as: clerk, do: [ { call: buy } ] }"))
                .isEmpty();
    }

    @Test
    void whoSignsInForItselfSharesNothing() throws IOException {
        assertThat(sentences(
                        "A: { as: boss, do: [ { call: buy } ] }",
                        "B: { as: boss, session: own, do: [ { call: buy } ] }"))
                .isEmpty();
    }

    private List<String> sentences(String one, String other) throws IOException {
        SystemFile system =
                SystemFile.read(Files.writeString(folder.resolve("shop.yaml"), """
                    system: shop
                    api: http://127.0.0.1:1
                    users: { boss: [ { name: ann } ], clerk: [ { name: bob }, { name: cid } ] }
                    operations: { buy: { request: POST /buy } }
                    """), variable -> Optional.empty());
        return SharedSessions.sentences(
                ScenarioFile.read(Files.writeString(folder.resolve("two-buy.yaml"), """
                    scenario: two-buy
                    contenders:
                      %s
                      %s
                    expect: { accepted: 1, refused: 1 }
                    """.formatted(one, other)), system),
                system);
    }
}
