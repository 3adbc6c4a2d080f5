package dev.photofinish.scenarios.race;

import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.deployment.Session;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.http.Release;
import dev.photofinish.scenarios.http.Shot;
import dev.photofinish.scenarios.scenario.Contender;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.User;
import dev.photofinish.scenarios.template.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The contenders of a scenario on their own signed-in connections. In a round each runs its steps on a virtual thread of its
 * own, and they meet at the rendezvous.
 */
final class Contest implements AutoCloseable {

    private final ScenarioFile scenario;
    private final Deployment deployment;
    private final Release release;
    private final List<Session> sessions;

    private Contest(ScenarioFile scenario, Deployment deployment, Release release, List<Session> sessions) {
        this.scenario = scenario;
        this.deployment = deployment;
        this.release = release;
        this.sessions = sessions;
    }

    /** Each contender is another user of its role as long as there are any; then users have several sessions. */
    static Contest of(ScenarioFile scenario, Deployment deployment, Release release) throws NoAnswerException {
        List<Session> sessions = new ArrayList<>();
        Map<String, Integer> placesTaken = new HashMap<>();
        for (Contender contender : scenario.contenders()) {
            int place = placesTaken.merge(contender.role(), 1, Integer::sum) - 1;
            User user = deployment.system().user(contender.role(), place);
            sessions.add(
                    switch (contender.sharing()) {
                        case THE_USERS -> deployment.session(user);
                        case ITS_OWN -> deployment.ownSession(user);
                    });
        }
        return new Contest(scenario, deployment, release, List.copyOf(sessions));
    }

    /** One round of it, recorded in the history; what the deployment does is in the result, whatever it is. */
    List<ContenderRun> run(Scope scope, Duration offset, History history) {
        Rendezvous<Shot> rendezvous = new Rendezvous<>(
                scenario.contenders().stream().map(Contender::name).toList(),
                deployment.endpoint().timeouts().answer(),
                shots -> deployment.connections().release(shots, offset));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ContenderRun>> runs = new ArrayList<>();
            for (int place = 0; place < sessions.size(); place++) {
                ContenderScript script = new ContenderScript(
                        scenario, scenario.contenders().get(place), sessions.get(place), release, rendezvous, history);
                runs.add(threads.submit(() -> script.run(scope)));
            }
            return runs.stream().map(Contest::result).toList();
        }
    }

    /** One contender's part of a round or the first steps of it, on the calling thread, as if it had nobody to wait for. */
    ContenderRun runAlone(Contender contender, Scope scope, History history, Breather between)
            throws InterruptedException {
        int place = scenario.contenders().stream().map(Contender::name).toList().indexOf(contender.name());
        Rendezvous<Shot> nobodyElse = new Rendezvous<>(
                List.of(contender.name()),
                deployment.endpoint().timeouts().answer(),
                shots -> deployment.connections().release(shots, Duration.ZERO));
        return new ContenderScript(scenario, contender, sessions.get(place), release, nobodyElse, history)
                .run(scope, between);
    }

    Session session(int contender) {
        return sessions.get(contender);
    }

    @Override
    public void close() {
        sessions.forEach(Session::close);
    }

    private static ContenderRun result(Future<ContenderRun> run) {
        try {
            return run.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a contender's thread broke", broken.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while contenders were running", e);
        }
    }
}
