package dev.photofinish.explorer.junit;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.photofinish.explorer.data.Image;
import dev.photofinish.explorer.driver.ContestBuilder;
import dev.photofinish.explorer.driver.DriverGate;
import dev.photofinish.explorer.driver.DriverSettings;
import dev.photofinish.explorer.driver.FreshData;
import dev.photofinish.explorer.schedule.Schedule;
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

    private final List<MongoClient> clients = new ArrayList<>();
    private final Map<String, Callable<?>> contenders = new LinkedHashMap<>();
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, Supplier<?>> shown = new LinkedHashMap<>();
    private final Set<Class<? extends Throwable>> refusals = new HashSet<>();
    private final String test;
    private final Optional<Schedule> replay;
    private Optional<MongoClient> observer = Optional.empty();
    private Optional<DriverGate> gate = Optional.empty();
    private Optional<FreshData> freshData = Optional.empty();
    private DriverSettings settings = DriverSettings.DEFAULT;
    private SearchSettings search = SearchSettings.DEFAULT;
    private Strategy strategy = new Strategy.Reduced();

    /**
     * @param test names it on a command line: {@code ShopTest#twoBuyers}
     * @param replay the only schedule to run, if so
     */
    Exploring(String test, Optional<Schedule> replay) {
        this.test = test;
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

    /** Makes the data as they are to be before each schedule. */
    public Exploring freshData(FreshData maker) {
        freshData = Optional.of(maker);
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
        return freshData(new Restoring(() -> Image.of(
                observer.orElseThrow(() -> new IllegalStateException(
                        "Nothing can be restored without a client; make one with exploring.client(…).")),
                written)));
    }

    /** What must hold after every schedule. */
    public Exploring mustHold(String rule, Rule check) {
        rules.put(rule, check);
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
        shown.put(name, state);
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
     * Tries every schedule that can make a difference.
     *
     * @return what was found, and how many schedules it took
     * @throws AssertionError if a rule is broken: with the shortest schedule that breaks it, and the command that replays it; or
     *     if so much was in the way that nothing can be claimed
     */
    public Exploration<Played> explore() throws InterruptedException {
        ContestBuilder contest = gate().contest().freshData(freshData.orElse(() -> {}));
        contenders.forEach(contest::contender);
        Strategy used = replay.<Strategy>map(Strategy.Replay::new).orElse(strategy);
        Exploration<Played> exploration = new Explorer(used, search)
                .explore(
                        contest.result(outcomes -> played(new Told(outcomes))),
                        new RulesJudge(rules, refusals),
                        Watcher.NONE);
        Failure.of(test, used, exploration).ifPresent(text -> {
            throw new AssertionError(text);
        });
        return exploration;
    }

    private Played played(Told told) {
        Map<String, String> state = new LinkedHashMap<>();
        shown.forEach((name, read) -> state.put(name, String.valueOf(read.get())));
        return new Played(told, state);
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
