package dev.photofinish.misty.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseChoiceTest {

    @ParameterizedTest
    @CsvSource({"embedded, EMBEDDED", "mongod, REPLICA_SET", "mongod-standalone, STANDALONE"})
    void aWordStartsAnEngine(String word, Engine engine) {
        assertThat(DatabaseChoice.parse(word)).isEqualTo(new DatabaseChoice.Start(engine));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://nas",
                "mongodb://nas:27017/?replicaSet=rs0",
                "mongodb://user:secret@a,b:27018/misty?tls=true",
                "mongodb+srv://user:secret@cluster0.example.com/"
            })
    void anAddressConnects(String address) {
        assertThat(DatabaseChoice.parse(address)).isEqualTo(new DatabaseChoice.Connect(MongoUri.parse(address)));
    }

    @Test
    void anyOtherWordIsRefusedWithWhatIsExpected() {
        assertThatThrownBy(() -> DatabaseChoice.parse("mongo"))
                .isInstanceOf(InvalidDatabaseChoice.class)
                .hasMessage("There is no database 'mongo'; expected embedded, mongod, mongod-standalone, or an address"
                        + " that begins with mongodb:// or mongodb+srv://.");
    }

    @Test
    void anotherProtocolIsRefused() {
        assertThatThrownBy(() -> DatabaseChoice.parse("postgres://nas"))
                .isInstanceOf(InvalidDatabaseChoice.class)
                .hasMessage(
                        "The address postgres://nas is none of a MongoDB; expected mongodb://... or mongodb+srv://...");
    }

    @Test
    void aBrokenAddressIsRefusedWithWhatIsWrong() {
        assertThatThrownBy(() -> DatabaseChoice.parse("mongodb://nas:port/"))
                .isInstanceOf(InvalidDatabaseChoice.class)
                .hasMessageStartingWith("The MongoDB address mongodb://nas:port/ is broken: ")
                .hasMessageContaining("Expected mongodb://[user:password@]host[:port]");
    }

    @Test
    void aPasswordThatIsNotEncodedIsTheFaultThatIsNamed() {
        assertThatThrownBy(() -> DatabaseChoice.parse("mongodb://user:se@cr:et@nas/"))
                .hasMessageStartingWith("The MongoDB address mongodb://***@nas/ is broken: its user name or password")
                .hasMessageContaining("percent-encoded");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://us3r:secret@nas:port/",
                "mongodb://us3r@nas/",
                "mongodb://us3r:sec/secret@nas/",
                "mongodb://us3r:secret@/",
                "mongodb+srv://us3r:secret@nas:27017/",
                "http://us3r:secret@nas/",
                "us3r:secret@nas"
            })
    void noMessageShowsCredentials(String broken) {
        assertThatThrownBy(() -> DatabaseChoice.parse(broken))
                .isInstanceOf(InvalidDatabaseChoice.class)
                .hasMessageNotContainingAny("secret", "us3r");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mongodb://nas/ | mongodb://nas/",
                "mongodb://user:secret@nas/misty | mongodb://***@nas/misty",
                "mongodb://nas/?proxyHost=p&proxyUsername=u&proxyPassword=secret&tls=true"
                        + " | mongodb://nas/?proxyHost=p&proxyUsername=u&proxyPassword=***&tls=true",
                "mongodb://nas/?authMechanism=MONGODB-AWS&authMechanismProperties=AWS_SESSION_TOKEN:secret"
                        + " | mongodb://nas/?authMechanism=MONGODB-AWS&authMechanismProperties=***"
            })
    void anAddressIsShownWithoutWhatIsSecret(String address, String shown) {
        assertThat(DatabaseChoice.parse(address)).hasToString("Connect[uri=" + shown + "]");
    }

    @Test
    void whatIsNoKindOfItsOwnCannotBeStarted() {
        assertThatThrownBy(() -> new DatabaseChoice.Start(Engine.OTHER)).isInstanceOf(InvalidDatabaseChoice.class);
    }
}
