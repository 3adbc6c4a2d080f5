package dev.photofinish.explorer.junit;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.photofinish.explorer.data.Image;
import dev.photofinish.explorer.driver.ContestBuilder;
import dev.photofinish.explorer.driver.DriverContest;
import dev.photofinish.explorer.driver.DriverGate;
import dev.photofinish.explorer.driver.DriverSettings;
import dev.photofinish.explorer.driver.FreshData;
import dev.photofinish.explorer.schedule.Schedule;
import dev.photofinish.explorer.search.Coverage;
import dev.photofinish.explorer.search.Exploration;
import dev.photofinish.explorer.search.Explorer;
import dev.photofinish.explorer.search.SearchSettings;
import dev.photofinish.explorer.search.Strategy;
import dev.photofinish.explorer.search.Watcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Puts a test of all interleavings together:
 *
 * <pre>{@code
 * @Explores
 * class ShopTest {
 *
 *     @Test
 *     void twoBuyersOfTheSameLot(Exploring exploring) throws InterruptedException {
 *         Shop shop = new Shop(exploring.client("mongodb://127.0.0.1:27017"));
 *
 *         exploring
 *                 .freshData(() -> shop.fill(100))
 *                 .contender("A", () -> shop.buy(80))
 *                 .contender("B", () -> shop.buy(80))
 *                 .mustHold("what was sold has left the stock", told -> shop.left() == 100 - 80 * told.count(true))
 *                 .explore();
 *     }
 * }
 * }</pre>
 *
 * <p>For the thread of the test.
 */
public final class Exploring implements AutoCloseable {

    /** The names of what breaks any contest. */
    private static final Set<String> RESERVED = Set.of(RulesJudge.NO_FAILURE, "deadlock", "livelock");

    private final List<MongoClient> clients = new ArrayList<>();
    private final Map<String, Callable<?>> contenders = new LinkedHashMap<>();
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, Supplier<?>> shown = new LinkedHashMap<>();
    private final Set<Class<? extends Throwable>> refusals = new HashSet<>();
    private final Rerun rerun;
    private final Optional<Schedule> replay;
    private Optional<MongoClient> observer = Optional.empty();
    private Optional<DriverGate> gate = Optional.empty();
    private Ground ground = new Ground.Left();
    private DriverSettings settings = DriverSettings.DEFAULT;
    private SearchSettings search = SearchSettings.DEFAULT;
    private Strategy strategy = new Strategy.Reduced();

    /**
     * @param rerun how the test is run again
     * @param replay the only schedule to run, if so
     */
    Exploring(Rerun rerun, Optional<Schedule> replay) {
        this.rerun = rerun;
        this.replay = replay;
    }

    /** A client whose commands are held; it is closed after the test. */
    public MongoClient client(String uri) {
        return client(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .build());
    }

    /** A client whose commands are held; it is closed after the test. */
    public MongoClient client(MongoClientSettings its) {
        MongoClient beside = opened(MongoClients.create(its));
        observer = Optional.of(observer.orElse(beside));
        return opened(MongoClients.create(MongoClientSettings.builder(its)
                .addCommandListener(gate().listener())
                .build()));
    }

    /** The gate's settings, for what is unusual; before the first {@link #client}. */
    public Exploring gate(UnaryOperator<DriverSettings> change) {
        if (gate.isPresent()) {
            throw new IllegalStateException("The gate is open already; change its settings before the first client.");
        }
        settings = change.apply(settings);
        return this;
    }

    /**
     * One of those who do something at the same time.
     *
     * @param name one word: schedules are written with it
     * @param call is made once a schedule; sends its commands in the thread in which it is called
     */
    public Exploring contender(String name, Callable<?> call) {
        if (contenders.putIfAbsent(name, call) != null) {
            throw new IllegalArgumentException("There are two contenders named " + name + ".");
        }
        return this;
    }

    /**
     * Makes the data as they are to be before each schedule: all that a contender writes. Contenders that write data which nothing
     * makes fresh fail the test.
     */
    public Exploring freshData(FreshData maker) {
        ground = new Ground.Made(maker);
        return this;
    }

    /**
     * Puts collections back before each schedule, as they are when the exploration begins.
     *
     * @param namespaces such as {@code shop.stock}: all that a contender writes
     */
    public Exploring restoring(String... namespaces) {
        Set<MongoNamespace> written =
                Arrays.stream(namespaces).map(MongoNamespace::new).collect(Collectors.toSet());
        ground = new Ground.Restored(
                Set.of(namespaces),
                new Restoring(() -> Image.of(
                        observer.orElseThrow(() -> new IllegalStateException(
                                "Nothing can be restored without a client; make one with exploring.client(…).")),
                        written)));
        return this;
    }

    /**
     * What must hold after every schedule. One that throws anything is broken.
     *
     * @param rule says it, in words that no other rule has
     */
    public Exploring mustHold(String rule, Rule check) {
        if (RESERVED.contains(rule) || rules.putIfAbsent(rule, check) != null) {
            throw new IllegalArgumentException("There are two rules named \"" + rule
                    + "\"; each needs words of its own, since what breaks them is counted by their names.");
        }
        return this;
    }

    /** What must hold after every schedule, whatever the contenders were told. */
    public Exploring mustHold(String rule, BooleanSupplier check) {
        return mustHold(rule, told -> check.getAsBoolean());
    }

    /** An exception by which a call says no; any other that is thrown fails the test. */
    public Exploring refusal(Class<? extends Throwable> exception) {
        refusals.add(exception);
        return this;
    }

    /** Something of the final data that a failing test shows. */
    public Exploring showing(String name, Supplier<?> state) {
        if (shown.putIfAbsent(name, state) != null) {
            throw new IllegalArgumentException("Two things are to be shown as \"" + name + "\".");
        }
        return this;
    }

    /** {@link Strategy.Reduced} unless said otherwise. */
    public Exploring by(Strategy other) {
        strategy = other;
        return this;
    }

    /** Only schedules with at most so many preemptions. */
    public Exploring preemptions(int atMost) {
        search = new SearchSettings(search.limit(), Optional.of(atMost), search.together(), search.reproductions());
        return this;
    }

    /** At most so many schedules; if there are more, the test fails. */
    public Exploring limit(long schedules) {
        search = new SearchSettings(schedules, search.preemptions(), search.together(), search.reproductions());
        return this;
    }

    /**
     * Tries every schedule that can make a difference, and every call after every other.
     *
     * @return what was found, and how many schedules it took
     * @throws AssertionError if a rule is broken: with the shortest schedule that breaks it, and the command that replays it; or
     *     if so much was in the way, or so little was asked, that nothing can be claimed
     * @throws MisusedRule if a rule asks for what there cannot be
     */
    public Exploration<Played> explore() throws InterruptedException {
        Evidence evidence = evidence(settings.start());
        if (!evidence.contest().keptFromBeingFirst().isEmpty()) {
            // a lock that the first one has: with a step before it, either may be the first to get it
            evidence = evidence(DriverSettings.Start.STEP_OF_ITS_OWN);
        }
        Optional<AssertionError> failure = Failure.of(rerun, evidence);
        if (failure.isPresent()) {
            throw failure.get();
        }
        return evidence.exploration();
    }

    private Evidence evidence(DriverSettings.Start start) throws InterruptedException {
        ContestBuilder builder = gate().contest().start(start).freshData(ground.maker());
        contenders.forEach(builder::contender);
        DriverContest<Played> contest = builder.result(outcomes -> Played.of(new Told(outcomes), shown));
        RulesJudge judge = new RulesJudge(rules, refusals);
        Strategy used = replay.<Strategy>map(Strategy.Replay::new).orElse(strategy);
        Exploration<Played> exploration =
                new Explorer(used, search).explore(contest, judge, new WhileItMakesSense(contest, judge));
        if (judge.misuse().isPresent()) {
            throw judge.misuse().get();
        }
        boolean serially = replay.isEmpty() && exploration.obstacles().isEmpty();
        SerialOrders serial = serially ? SerialOrders.of(contest, judge) : SerialOrders.untried(contest, judge);
        contest.settle();
        return new Evidence(used, exploration, serial, contest, judge, ground, rules.size());
    }

    /** What is explored in vain is not explored to its end. */
    private record WhileItMakesSense(DriverContest<?> contest, RulesJudge judge) implements Watcher {

        @Override
        public void progress(Coverage soFar) {}

        @Override
        public boolean stop() {
            return !contest.keptFromBeingFirst().isEmpty() || judge.misuse().isPresent();
        }
    }

    private DriverGate gate() {
        DriverGate open = gate.orElseGet(
                () -> new DriverGate(observer.map(settings::withObserver).orElse(settings)));
        gate = Optional.of(open);
        return open;
    }

    private MongoClient opened(MongoClient client) {
        clients.add(client);
        return client;
    }

    @Override
    public void close() {
        clients.forEach(MongoClient::close);
    }
}
