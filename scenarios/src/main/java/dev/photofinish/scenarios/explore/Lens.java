package dev.photofinish.scenarios.explore;

import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.search.Judge;
import dev.photofinish.scenarios.race.EndedRound;

/** Through which somebody looks on while schedules are run and judged. It changes nothing. */
interface Lens {

    /** Nobody looks on. */
    Lens NONE = new Lens() {
        @Override
        public Contest<EndedRound> on(ScenarioContest contest) {
            return contest;
        }

        @Override
        public Judge<EndedRound> on(Judge<EndedRound> judge) {
            return judge;
        }
    };

    Contest<EndedRound> on(ScenarioContest contest);

    /** Asked right before the search begins. */
    Judge<EndedRound> on(Judge<EndedRound> judge) throws InterruptedException;
}
