package dev.photofinish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineShownTest {

    @Test
    void isWhatAShellUnderstands() {
        assertThat(shown("race", "my scenario.yaml", "it's", "--rounds", "5"))
                .isEqualTo("./photofinish race 'my scenario.yaml' 'it'\\''s' --rounds 5");
    }

    @Test
    void hidesWhatStandsBeforeTheHost() {
        assertThat(shown(
                        "verify",
                        "--mongo",
                        "mongodb://jo:s3cret@nas:27017/misty",
                        "--mongo=mongodb://jo:p@ss/w@nas/x"))
                .isEqualTo("./photofinish verify --mongo mongodb://***@nas:27017/misty --mongo=mongodb://***@nas/x");
    }

    @Test
    void namesTheProgramAsItWasCalled() {
        assertThat(new CommandLineShown("/opt/photofinish 1/photofinish", List.of("list")).toString())
                .isEqualTo("'/opt/photofinish 1/photofinish' list");
    }

    private static String shown(String... args) {
        return new CommandLineShown(List.of(args)).toString();
    }
}
