package dev.photofinish.reports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A contest of which a test only says what matters to it. */
public final class ContestBuilder {
    private final String scenario;
    private final String title;
    private final DeploymentInfo deployment;
    private final List<BrokenRule> broken = new ArrayList<>();
    private final List<ContestReport.Cause> causes = new ArrayList<>();
    private final List<Witness> witnesses = new ArrayList<>();
    private Optional<String> source = Optional.empty();
    private Tally tally = Tally.NONE;
    private Optional<Spread> spread = Optional.of(new Spread(Spread.SeenAt.SERVER, 100, 3.3, 5.1, 12.04));
    private List<SweepPoint> sweep = List.of();

    private Optional<Course> course = Optional.empty();

    ContestBuilder(String scenario, String title, DeploymentInfo deployment) {
        this.scenario = scenario;
        this.title = title;
        this.deployment = deployment;
    }

    public ContestBuilder source(String source) {
        this.source = Optional.of(source);
        return this;
    }

    public ContestBuilder tally(Tally tally) {
        this.tally = tally;
        return this;
    }

    public ContestBuilder course(Course course) {
        this.course = Optional.of(course);
        return this;
    }

    public ContestBuilder spread(Optional<Spread> spread) {
        this.spread = spread;
        return this;
    }

    public ContestBuilder broken(BrokenRule rule) {
        broken.add(rule);
        return this;
    }

    public ContestBuilder cause(ContestReport.Cause cause) {
        causes.add(cause);
        return this;
    }

    public ContestBuilder sweep(List<SweepPoint> sweep) {
        this.sweep = sweep;
        return this;
    }

    public ContestBuilder witness(Witness witness) {
        witnesses.add(witness);
        return this;
    }

    public ContestReport build() {
        return new ContestReport(
                scenario,
                title,
                source,
                deployment,
                "plain",
                Duration.ofMillis(8_250),
                tally,
                course.orElseGet(() -> Course.of(tally)),
                spread,
                broken,
                causes,
                sweep,
                witnesses);
    }
}
