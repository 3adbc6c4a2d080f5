package dev.photofinish.scenarios.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.secret.LiveSecrets;
import dev.photofinish.scenarios.yaml.Problems;
import dev.photofinish.scenarios.yaml.YamlNode;
import dev.photofinish.scenarios.yaml.YamlReader;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentValuesTest {

    private final Problems problems = new Problems();
    private final EnvironmentValues values = new EnvironmentValues(
            name -> Optional.ofNullable(Map.of("HOST", "nas.local", "PORT", "8001", "PASSWORD", "hunter2", "EMPTY", "")
                    .get(name)),
            problems);

    @Test
    void fillsAnyText() {
        assertThat(fill("{ api: 'http://${HOST}:${PORT}/', deep: [ { port: '${PORT}' } ] }"))
                .hasToString("{\"api\":\"http://nas.local:8001/\",\"deep\":[{\"port\":\"8001\"}]}");
    }

    @Test
    void defaultStandsInForWhatIsNotSet() {
        assertThat(fill("[ '${HOST:-x}', '${NONE:-localhost}', '${NONE:-}', '${EMPTY:-x}' ]".replace("[", "{ a: [")
                        + " }"))
                .hasToString("{\"a\":[\"nas.local\",\"localhost\",\"\",\"\"]}");
    }

    @Test
    void aDollarBeforeItLeavesItAlone() {
        assertThat(fill("{ a: 'cost: $5, $${HOST}, $field' }")).hasToString("{\"a\":\"cost: $5, ${HOST}, $field\"}");
    }

    @Test
    void whatSignsUsersInIsSecret() {
        fill("{ api: '${HOST}', users: { a: [ { name: '${PORT}', password: '${PASSWORD}' } ] } }");

        assertThat(values.secrets().values()).containsExactly("hunter2");
        assertThat(LiveSecrets.of(values.secrets().values()).mask("{\"password\":\"hunter2\",\"port\":8001}"))
                .isEqualTo("{\"password\":\"***\",\"port\":8001}");
        assertThat(values.secrets()).hasToString("1 secrets");
    }

    @Test
    void aDefaultIsNoSecret() {
        fill("{ users: { a: [ { name: a, password: '${NONE:-photofinish}' } ] } }");

        assertThat(values.secrets().values()).isEmpty();
    }

    private Object fill(String yaml) {
        YamlNode filled =
                values.fill(YamlReader.read("test.yaml", yaml, problems).orElseThrow());
        problems.throwIfAny();
        return filled.toJson();
    }
}
