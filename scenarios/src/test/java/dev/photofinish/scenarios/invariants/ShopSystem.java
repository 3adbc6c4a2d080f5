package dev.photofinish.scenarios.invariants;

import dev.photofinish.scenarios.system.Invariant;
import dev.photofinish.scenarios.system.SystemFile;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** The invariants of {@code invariants/shop.yaml}. */
final class ShopSystem {

    static final SystemFile FILE =
            SystemFile.read(Path.of("src/test/resources/invariants/shop.yaml"), name -> Optional.empty());

    private ShopSystem() {}

    static Invariant invariant(String name) {
        return Objects.requireNonNull(FILE.invariants().get(name));
    }
}
