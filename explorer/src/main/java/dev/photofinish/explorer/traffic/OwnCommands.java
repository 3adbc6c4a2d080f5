package dev.photofinish.explorer.traffic;

import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what a client of ours sends past the gate. Called by whichever threads use it. */
public final class OwnCommands implements CommandListener {

    private final Passing passing;
    private final Map<Integer, Explained> underWay = new ConcurrentHashMap<>();

    public OwnCommands(Passing passing) {
        this.passing = passing;
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        Explained command = Explained.by(event.getDatabaseName(), event.getCommand());
        if (!command.isNothing()) {
            underWay.put(event.getRequestId(), command);
            passing.begins(command);
        }
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        ends(event.getRequestId());
    }

    @Override
    public void commandFailed(CommandFailedEvent event) {
        ends(event.getRequestId());
    }

    private void ends(int request) {
        Explained command = underWay.remove(request);
        if (command != null) {
            passing.ends(command);
        }
    }
}
