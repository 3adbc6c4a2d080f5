package dev.photofinish.reports.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellsTest {

    @Test
    void measuresWhatATerminalShows() {
        assertThat(Cells.width("Grüße")).isEqualTo(5);
        assertThat(Cells.width("株式会社")).isEqualTo(8);
        assertThat(Cells.width("e\u0301")).isEqualTo(1);
        assertThat(Cells.width("🏁")).isEqualTo(2);
    }

    @Test
    void fitsExactly() {
        assertThat(Cells.fit("held", 6)).isEqualTo("held  ");
        assertThat(Cells.fitRight("held", 6)).isEqualTo("  held");
        assertThat(Cells.fit("inconclusive", 6)).isEqualTo("incon…");
        assertThat(Cells.fit("株式会社", 6)).isEqualTo("株式… ");
        assertThat(Cells.fit("🏁🏁🏁", 4)).isEqualTo("🏁… ");
    }

    @Test
    void wrapsAtSpacesAndInsideWordsThatAreTooLong() {
        assertThat(Cells.wrap("two users allocate", 10)).containsExactly("two users", "allocate");
        assertThat(Cells.wrap("abcdefghijkl mn", 5)).containsExactly("abcde", "fghij", "kl mn");
        assertThat(Cells.wrap("exactly ten", 11)).containsExactly("exactly ten");
        assertThat(Cells.wrap("", 10)).containsExactly("");
        assertThat(Cells.wrap("株式会社", 3)).containsExactly("株", "式", "会", "社");
    }
}
