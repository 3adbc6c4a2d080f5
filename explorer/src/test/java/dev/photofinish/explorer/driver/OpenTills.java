package dev.photofinish.explorer.driver;

import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.misty.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** The tills that one test opens, to be closed with it. */
final class OpenTills implements AutoCloseable {

    private final TestDatabase database;
    private final List<TillContest> open = new ArrayList<>();

    OpenTills(TestDatabase database) {
        this.database = database;
    }

    TillContest open(DriverSettings settings) {
        return open(settings, 10);
    }

    TillContest open(DriverSettings settings, int connections) {
        TillContest sales = new TillContest(database, settings, connections);
        open.add(sales);
        return sales;
    }

    /** Two calls on fresh data; the result is what each was told. */
    static Contest<Map<String, Outcome>> contest(TillContest sales, Callable<?> a, Callable<?> b) {
        return sales.contest()
                .contender("A", a)
                .contender("B", b)
                .freshData(sales.till()::fill)
                .result(outcomes -> outcomes);
    }

    @Override
    public void close() {
        open.forEach(TillContest::close);
    }
}
