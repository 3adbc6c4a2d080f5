package dev.photofinish.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Reduction leaves schedules out, never results: neither data nor what anybody was told. */
class ReductionProperties {

    private static final SearchSettings EVERYTHING = new SearchSettings(1_000_000, Optional.empty(), 0, 1);

    @Property(tries = 400)
    void reducedReachesTheSameResultsAsExhaustive(@ForAll("programs") List<List<Op>> programs)
            throws InterruptedException {
        Set<ModelContest.Ending> all = results(new Strategy.Exhaustive(), programs);

        assertThat(results(new Strategy.Reduced(), programs)).isEqualTo(all);
    }

    @Property(tries = 200)
    void contendersThatWaitForLocksDoSoInEveryOrder(@ForAll("lockingPrograms") List<List<Op>> programs)
            throws InterruptedException {
        Set<ModelContest.Ending> all = results(new Strategy.Exhaustive(), programs);

        assertThat(results(new Strategy.Reduced(), programs)).isEqualTo(all);
    }

    @Property(tries = 200)
    void reducedNeverRunsMoreThanExhaustive(@ForAll("programs") List<List<Op>> programs) throws InterruptedException {
        assertThat(coverage(new Strategy.Reduced(), programs).run())
                .isLessThanOrEqualTo(
                        coverage(new Strategy.Exhaustive(), programs).run());
    }

    @Provide
    Arbitrary<List<List<Op>>> lockingPrograms() {
        Arbitrary<List<Op>> guarded = Combinators.combine(
                        Arbitraries.of("l", "m"),
                        op().list().ofMinSize(1).ofMaxSize(2),
                        op().list().ofMaxSize(1))
                .as((lock, inside, outside) -> Stream.of(
                                List.of(Op.lock(lock)), inside, List.of(Op.unlock(lock)), outside)
                        .flatMap(List::stream)
                        .toList());
        return guarded.list().ofSize(2);
    }

    @Provide
    Arbitrary<List<List<Op>>> programs() {
        return Arbitraries.integers()
                .between(2, 3)
                .flatMap(contenders -> op().list()
                        .ofMinSize(1)
                        .ofMaxSize(contenders == 2 ? 5 : 3)
                        .list()
                        .ofSize(contenders));
    }

    private static Arbitrary<Op> op() {
        Arbitrary<String> cell = Arbitraries.of("x/1", "x/2", "x", "y/1", "z");
        return Arbitraries.oneOf(
                cell.map(Op::read),
                cell.map(where -> Op.write(
                        where, read -> read.stream().mapToInt(Integer::intValue).sum() + 1)),
                cell.map(where -> Op.write(where, read -> 7).when(read -> !read.isEmpty() && read.getLast() > 0)),
                cell.map(where -> Op.take(where, 1)));
    }

    private static Set<ModelContest.Ending> results(Strategy strategy, List<List<Op>> programs)
            throws InterruptedException {
        Set<ModelContest.Ending> results = new HashSet<>();
        Coverage coverage = explore(strategy, programs, (turns, ending) -> {
            results.add(ending);
            return Judgement.HELD;
        });
        assertThat(coverage.complete()).isTrue();
        return results;
    }

    private static Coverage coverage(Strategy strategy, List<List<Op>> programs) throws InterruptedException {
        return explore(strategy, programs, (turns, ending) -> Judgement.HELD);
    }

    private static Coverage explore(Strategy strategy, List<List<Op>> programs, Judge<ModelContest.Ending> judge)
            throws InterruptedException {
        return new Explorer(strategy, EVERYTHING)
                .explore(new ModelContest(Map.of("x/1", 1), named(programs)), judge, Watcher.NONE)
                .coverage();
    }

    private static Map<String, List<Op>> named(List<List<Op>> programs) {
        Map<String, List<Op>> named = new LinkedHashMap<>();
        new ArrayList<>(programs).forEach(program -> named.put(String.valueOf((char) ('A' + named.size())), program));
        return named;
    }
}
