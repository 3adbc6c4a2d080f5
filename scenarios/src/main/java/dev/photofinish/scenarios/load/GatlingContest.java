package dev.photofinish.scenarios.load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import dev.photofinish.reports.Verdict;
import dev.photofinish.scenarios.http.Header;
import dev.photofinish.scenarios.http.HttpAnswer;
import dev.photofinish.scenarios.http.HttpCall;
import dev.photofinish.scenarios.race.ExternalRound;
import dev.photofinish.scenarios.race.ExternalRounds;
import dev.photofinish.scenarios.scenario.Rendezvous;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import io.gatling.http.client.Request;
import io.gatling.http.response.Response;
import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/**
 * A scenario as a Gatling population: one virtual user a contender, {@code rounds} rounds. Gatling's {@code rendezVous}
 * works once (after the first release it lets everyone pass), so rounds are unrolled, each with rendezvous of its own.
 * Every round is judged by the same judge as a race, inside the group {@value #JUDGEMENT}: a round that did not hold is a
 * failed group, so that Gatling's assertions and report tell the verdicts.
 */
public final class GatlingContest {

    /** The group whose failures are rounds that were violated or could not be judged. */
    public static final String JUDGEMENT = "judgement";

    private static final String CONTENDER = "contender";
    private static final String CALL = "call";
    private static final String SENT = "sentNanos";

    private final ScenarioFile contest;
    private final ExternalRounds rounds;
    private final int number;
    private final Map<Integer, ExternalRound> begun = new ConcurrentHashMap<>();
    private final AtomicInteger arrivals = new AtomicInteger();

    /** @param number how many rounds */
    public GatlingContest(ScenarioFile contest, ExternalRounds rounds, int number) {
        this.contest = contest;
        this.rounds = rounds;
        this.number = number;
    }

    public PopulationBuilder users() {
        ScenarioBuilder users =
                scenario(contest.name()).exec(session -> session.set(CONTENDER, arrivals.getAndIncrement()));
        for (int round = 1; round <= number; round++) {
            users = users.exec(round(round));
        }
        return users.injectOpen(atOnceUsers(contest.contenders().size()));
    }

    /** Requests as they are prepared here, answers as they come: redirects are outcomes, cookies belong to the contender. */
    public HttpProtocolBuilder protocol(URI api) {
        return http.baseUrl(api.toString())
                .disableWarmUp()
                .disableFollowRedirect()
                .disableCaching()
                .disableUrlEncoding();
    }

    /** Every round was judged, and every one of them held. */
    public List<Assertion> assertions() {
        return List.of(
                details(JUDGEMENT).allRequests().count().is((long) number),
                details(JUDGEMENT).failedRequests().count().is(0L));
    }

    private ChainBuilder round(int round) {
        int contenders = contest.contenders().size();
        ChainBuilder chain = exec(onlyFirst(exec(session -> begin(session, round))));
        int steps = contest.contenders().getFirst().steps().size();
        if (contest.rendezvous() == Rendezvous.EACH_STEP) {
            for (int step = 0; step < steps; step++) {
                chain = chain.rendezVous(contenders).exec(nextStep(round));
            }
        } else {
            chain = chain.rendezVous(contenders);
            for (int step = 1; step < mostSteps(); step++) {
                int before = step;
                chain = chain.doIf(session -> stepsOf(session) > before).then(nextStep(round));
            }
            chain = chain.rendezVous(contenders).exec(nextStep(round));
        }
        return chain.rendezVous(contenders)
                .exec(onlyFirst(group(JUDGEMENT).on(exec(session -> judged(session, round)))))
                .exec(Session::markAsSucceeded);
    }

    private ChainBuilder onlyFirst(ChainBuilder chain) {
        return exec(doIf(session -> session.getInt(CONTENDER) == 0).then(chain));
    }

    private int mostSteps() {
        return contest.contenders().stream()
                .mapToInt(contender -> contender.steps().size())
                .max()
                .orElse(1);
    }

    private int stepsOf(Session session) {
        return contest.contenders().get(session.getInt(CONTENDER)).steps().size();
    }

    private ChainBuilder nextStep(int round) {
        return exec(session -> prepared(session, round))
                .exec(doIf(session -> session.contains(CALL))
                        .then(http(contest.name())
                                .httpRequest(
                                        session -> call(session).method(),
                                        session -> call(session).target())
                                .body(StringBody(session -> call(session).body()))
                                .sign((request, session) -> dressed(request, call(session)))
                                .check(status().gte(100))
                                .transformResponse((response, session) -> noted(response, session, round))));
    }

    private Session begin(Session session, int round) {
        begun.put(round, rounds.begin(round));
        return session;
    }

    private Session prepared(Session session, int round) {
        return round(round, session)
                .call(session.getInt(CONTENDER))
                .map(call -> session.set(CALL, call).set(SENT, System.nanoTime()))
                .orElseGet(() -> session.remove(CALL));
    }

    private static HttpCall call(Session session) {
        HttpCall call = session.get(CALL);
        if (call == null) {
            throw new IllegalStateException("a request that was not prepared");
        }
        return call;
    }

    /** Gatling knows header names before it starts; a contender's come from its sign-in. */
    private static Request dressed(Request request, HttpCall call) {
        for (Header header : call.headers()) {
            request.getHeaders().set(header.name(), header.value());
        }
        return request;
    }

    private Response noted(Response response, Session session, int round) {
        List<Header> headers = StreamSupport.stream(response.headers().spliterator(), false)
                .map(header -> new Header(header.getKey(), header.getValue()))
                .toList();
        HttpAnswer answer = new HttpAnswer(
                response.status().code(), headers, response.body().string());
        round(round, session).answered(session.getInt(CONTENDER), session.getLong(SENT), System.nanoTime(), answer);
        return response;
    }

    /** Blocks, on Gatling's own thread: nothing else is to happen before the round is judged. */
    private Session judged(Session session, int round) {
        return round(round, session).judge() == Verdict.HELD ? session : session.markAsFailed();
    }

    private ExternalRound round(int round, Session session) {
        ExternalRound current = begun.get(round);
        if (current == null) {
            throw new IllegalStateException(
                    "round " + round + " has not begun for contender " + session.getInt(CONTENDER));
        }
        return current;
    }
}
