package dev.photofinish.explorer.junit;

import dev.photofinish.explorer.data.Image;
import dev.photofinish.explorer.driver.FreshData;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes an image before the first schedule and restores it before each. */
final class Restoring implements FreshData {

    private final Supplier<Image> camera;
    private Optional<Image> image = Optional.empty();

    Restoring(Supplier<Image> camera) {
        this.camera = camera;
    }

    @Override
    public void make() {
        image = Optional.of(image.orElseGet(camera));
        image.get().restore();
    }
}
