package dev.photofinish.misty.hazards;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A defect that can be switched on: the original's read, then a gap, then a write that trusts what was read; or one command that
 * only looks atomic.
 */
public enum Hazard {
    STOCK_ALLOCATION("stock-allocation", "stock is read, checked and written back: two users get the same units"),
    ORDER_NUMBER("order-number", "the next order number is the highest one plus one: two orders get the same number"),
    ORDER_EDIT("order-edit", "the whole order is read and written back: one of two edits is lost"),
    TIMESHEET_APPROVAL("timesheet-approval", "the status is read, then written: one timesheet is paid twice"),
    TIMESHEET_SUBMISSION("timesheet-submission", "any timesheet can be submitted again, an approved one too"),
    INVOICE("invoice", "nothing guards against a second invoice, numbers are counted: one order is billed twice"),
    STAGE_MOVE("stage-move", "the stage is read, then written: one move is made and logged twice"),
    UPSERT("upsert", "a week's timesheet is upserted without a unique index: two at once get a sheet each");

    private final String id;
    private final String defect;

    Hazard(String id, String defect) {
        this.id = id;
        this.defect = defect;
    }

    /** The name on the command line. */
    public String id() {
        return id;
    }

    /** What is wrong when it is on, in one sentence. */
    public String defect() {
        return defect;
    }

    /**
     * Reads {@code all}, {@code none} or names separated by commas.
     *
     * @throws IllegalArgumentException naming what is unknown and what there is
     */
    public static Set<Hazard> parse(String names) {
        return switch (names.strip()) {
            case "all" -> EnumSet.allOf(Hazard.class);
            case "none", "" -> EnumSet.noneOf(Hazard.class);
            default ->
                Arrays.stream(names.split(","))
                        .map(String::strip)
                        .map(Hazard::named)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Hazard.class)));
        };
    }

    private static Hazard named(String name) {
        return Arrays.stream(values())
                .filter(hazard -> hazard.id.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no hazard \"" + name + "\"; there are: all, "
                        + Arrays.stream(values()).map(Hazard::id).collect(Collectors.joining(", ")) + "."));
    }
}
