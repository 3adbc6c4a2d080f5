package dev.photofinish.explorer.witness;

import java.util.List;
import java.util.stream.Stream;

/** Finds who acted on what it had read and somebody else had changed in between. */
final class StaleReads {

    private final Scene scene;

    StaleReads(Scene scene) {
        this.scene = scene;
    }

    /** Everybody's deeds that rest on an old look. */
    Stream<Stale> all() {
        return scene.touches().stream().filter(write -> write.deed().changes()).flatMap(this::madeStaleBy);
    }

    private Stream<Stale> madeStaleBy(Touch write) {
        return scene.glances().stream()
                .filter(read -> read.deed().place() < write.deed().place()
                        && !read.deed().by(write.deed()))
                .filter(read -> write.with(read).happens())
                .flatMap(read -> acts(read, write).map(act -> new Stale(read, write, act, write.with(read))));
    }

    /** What it did then, unless it had looked again, or looks while it writes. */
    private Stream<Touch> acts(Glance read, Touch write) {
        int end = scene.glances().stream()
                .filter(again -> again.deed().by(read.deed())
                        && again.deed().place() > write.deed().place()
                        && write.with(again) == Meeting.PROVEN
                        && !again.deed().acts())
                .mapToInt(again -> again.deed().place())
                .min()
                .orElse(Integer.MAX_VALUE);
        return scene.touches().stream()
                .filter(act -> act.deed().by(read.deed())
                        && act.deed().place() > write.deed().place()
                        && act.deed().place() < end)
                .filter(act -> !(act.with(write).happens() && act.guardsAgainst(write)));
    }

    /** What the other one had looked at before its write and the late one wrote then. */
    Stream<Glance> othersReads(Stale stale) {
        return scene.glances().stream()
                .filter(read -> read.deed().by(stale.write().deed())
                        && read.deed().place() < stale.write().deed().place()
                        && stale.act().with(read).happens());
    }

    /** The same change as that of the late one, made by the other. */
    Stream<Touch> twins(Stale stale) {
        return scene.touches().stream()
                .filter(twin -> twin.deed().by(stale.write().deed())
                        && twin.deed().place() < stale.act().deed().place()
                        && SameChange.isMadeBy(stale.act(), twin));
    }

    /** Looks that were made twice, with a write of somebody else in between: first look, write, second look. */
    Stream<Reread> rereads() {
        return scene.glances().stream()
                .flatMap(first -> scene.touches().stream()
                        .filter(write -> write.deed().changes()
                                && !write.deed().by(first.deed())
                                && write.deed().place() > first.deed().place()
                                && write.with(first).happens())
                        .flatMap(write -> scene.glances().stream()
                                .filter(second -> second.deed().by(first.deed())
                                        && second.deed().place() > write.deed().place()
                                        && second.deed().step().command().onlyReads()
                                        && write.with(second).happens())
                                .map(second -> new Reread(first, write, second))));
    }

    record Reread(Glance first, Touch write, Glance second) {

        List<Deed> deeds() {
            return List.of(first.deed(), write.deed(), second.deed());
        }
    }
}
