package dev.photofinish.cli;

import dev.photofinish.explorer.processes.Residence;
import dev.photofinish.explorer.wire.CannotOpenGate;
import dev.photofinish.explorer.wire.WireGate;
import dev.photofinish.explorer.wire.WireSettings;
import java.net.BindException;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Opens gates for commands: what goes wrong is for the person at the keyboard. */
final class Gates {

    private Gates() {}

    /** For an application of which nothing is known but that it will be connected. */
    static WireGate open(String listen, String mongo, Optional<SSLContext> trust) {
        return open(listen, mongo, trust, Residence.UNKNOWN);
    }

    /**
     * @param residence where the application runs, as far as that is known
     * @throws UsageProblem if an address cannot be used, or somebody listens there already
     * @throws GateProblem if nobody answers there, or not to us
     */
    static WireGate open(String listen, String mongo, Optional<SSLContext> trust, Residence residence) {
        try {
            return WireGate.open(settings(listen, mongo, trust), residence);
        } catch (CannotOpenGate.NotTrusted untrusted) {
            String advice = String.valueOf(untrusted.getMessage()).replaceFirst("\\.$", ": --mongo-trust FILE.");
            throw new GateProblem(advice, untrusted);
        } catch (CannotOpenGate closed) {
            String sentence = String.valueOf(closed.getMessage());
            // where we listen is up to whoever asked; where the database is, is not
            throw closed.getCause() instanceof BindException
                    ? new UsageProblem(sentence, closed)
                    : new GateProblem(sentence, closed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new GateProblem("Stopped before the gate was open.", stopped);
        }
    }

    private static WireSettings settings(String listen, String mongo, Optional<SSLContext> trust) {
        try {
            return WireSettings.parse(listen, mongo, trust);
        } catch (CannotOpenGate unusable) {
            throw new UsageProblem(String.valueOf(unusable.getMessage()), unusable);
        }
    }
}
