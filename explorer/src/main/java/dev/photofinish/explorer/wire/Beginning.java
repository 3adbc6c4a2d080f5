package dev.photofinish.explorer.wire;

import dev.photofinish.explorer.execution.CannotBegin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * How an execution begins.
 *
 * @param order the contenders that take part, in the order in which they start
 * @param relay whose turn it is, where each waits until the one before it is over
 */
record Beginning(List<String> order, Relay relay, Way way, Condition condition) {

    /** All are brought to their first commands. */
    static Beginning together(List<String> participants, Condition condition) {
        return new Beginning(participants, Relay.none(), Way.TOGETHER, condition);
    }

    /** Each starts when the one before it is over. */
    static Beginning serially(List<String> order, Condition condition) {
        return new Beginning(order, new Relay(order), Way.SERIALLY, condition);
    }

    /** All are held before they begin. */
    static Beginning atTheDoor(List<String> participants, Condition condition) {
        return new Beginning(participants, Relay.none(), Way.AT_THE_DOOR, condition);
    }

    void of(WireExecution<?> execution, Map<String, Callable<?>> contenders) throws InterruptedException {
        Map<String, Callable<?>> taking = new LinkedHashMap<>(contenders);
        taking.keySet().retainAll(order);
        switch (way) {
            case TOGETHER -> execution.begin(taking);
            case SERIALLY -> execution.beginSerially(taking);
            case AT_THE_DOOR -> execution.holdAtTheDoor(taking);
        }
    }

    /** Whether contenders may be in each other's way. */
    boolean isTogether() {
        return way == Way.TOGETHER;
    }

    /** Whether each begins when the one before is over. */
    boolean isSerial() {
        return way == Way.SERIALLY;
    }

    enum Way {
        TOGETHER,
        SERIALLY,
        AT_THE_DOOR
    }

    /** On which what has begun goes on. */
    enum Condition {
        NONE {
            @Override
            void require(WireExecution<?> execution) {}
        },
        SOMEBODY_SENDS_A_COMMAND {
            @Override
            void require(WireExecution<?> execution) throws CannotBegin {
                execution.requireACommand();
            }
        };

        abstract void require(WireExecution<?> execution) throws CannotBegin;
    }
}
