package dev.photofinish.explorer.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessTest {

    @Test
    void twoReadsNeverConflict() {
        assertThat(conflict(read("shop.stock"), read("shop.stock"))).isFalse();
        assertThat(conflict(read("shop.stock"), read(Access.EVERYTHING))).isFalse();
    }

    @Test
    void aWriteConflictsWithWhateverTouchesTheSameNamespace() {
        assertThat(conflict(write("shop.stock"), read("shop.stock"))).isTrue();
        assertThat(conflict(write("shop.stock"), write("shop.stock"))).isTrue();
        assertThat(conflict(write("shop.stock"), write("shop.orders"))).isFalse();
    }

    @Test
    void writesToProvenDifferentDocumentsDoNotConflict() {
        Access one = new Access("shop.stock", Mode.WRITE, new Keys("_id", Set.of("1")), Grain.ATOMIC);
        Access other = new Access("shop.stock", Mode.WRITE, new Keys("_id", Set.of("2")), Grain.ATOMIC);

        assertThat(conflict(one, other)).isFalse();
        assertThat(conflict(one, write("shop.stock"))).isTrue();
    }

    @Test
    void anAccessThatMayGoAnywhereConflictsWithEveryNamespace() {
        assertThat(conflict(write(Access.EVERYTHING), read("shop.stock"))).isTrue();
        assertThat(conflict(read(Access.EVERYTHING), write("shop.stock"))).isTrue();
        assertThat(conflict(write(Access.EVERYTHING), write(Access.EVERYTHING))).isTrue();
    }

    /** Whichever is asked. */
    private static boolean conflict(Access one, Access other) {
        assertThat(one.conflictsWith(other)).isEqualTo(other.conflictsWith(one));
        return one.conflictsWith(other);
    }

    private static Access read(String namespace) {
        return new Access(namespace, Mode.READ, Keys.UNKNOWN, Grain.ATOMIC);
    }

    private static Access write(String namespace) {
        return new Access(namespace, Mode.WRITE, Keys.UNKNOWN, Grain.ATOMIC);
    }
}
