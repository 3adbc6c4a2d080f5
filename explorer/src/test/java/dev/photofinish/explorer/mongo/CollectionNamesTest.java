package dev.photofinish.explorer.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectionNamesTest {

    @ParameterizedTest
    @CsvSource({
        "t_pf-mx3j2bd8-hnl-7, t_*",
        "t_pf_mx3j2bd8_hnl_12.lines, t_*.lines",
        "orders_65f0c1a2b3c4d5e6f7a8b9c0, orders_*",
        "job-8f3a91c0-1111-4222-8333-944444444444, job-*",
        "fs.chunks, fs.chunks",
        "invoices_2026_11, invoices_2026_11",
        "pf-notes, pf-notes"
    })
    void valuesInThemAreNoNames(String name, String without) {
        assertThat(CollectionNames.withoutValues(name)).isEqualTo(without);
    }

    @Test
    void whatIsAlikeOtherwiseIsNumbered() {
        assertThat(CollectionNames.inEveryExecution(List.of("s.t_pf-a1-b-2", "s.t_pf-a1-b-1", "s.items")))
                .isEqualTo(Map.of("s.t_pf-a1-b-1", "s.t_*", "s.t_pf-a1-b-2", "s.t_* 2", "s.items", "s.items"));
    }
}
