package dev.photofinish.explorer.execution;

import java.util.Set;

/**
 * Says who goes next whenever everybody has settled. Asked on whatever thread saw the last contender settle, so that no other has
 * to be woken for it: it only decides, and neither waits nor calls anybody. Never asked by two threads at once; each sees what it
 * did on those before.
 */
@FunctionalInterface
public interface Steersman {

    /** Nobody goes. */
    Steersman NOBODY = now -> Set.of();

    /**
     * Who goes next.
     *
     * @return one contender as a rule, several to let them go together, all {@linkplain Standing.Held held}; nobody to end the
     *     steering, after which it is not asked again
     */
    Set<String> next(Situation now);

    /** These go, once; and not if somebody has been lost meanwhile: a client may have given up since the last move. */
    static Steersman once(Set<String> contenders) {
        return new Steersman() {
            private boolean gone;

            @Override
            public Set<String> next(Situation now) {
                boolean goes = !gone && now.lost().isEmpty();
                gone = true;
                return goes ? contenders : Set.of();
            }
        };
    }
}
