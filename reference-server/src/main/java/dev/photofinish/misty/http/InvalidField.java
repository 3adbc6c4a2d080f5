package dev.photofinish.misty.http;

/** Thrown by a body's record when a value has the right type but not a permitted value; answered with 422. */
public final class InvalidField extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;
    private final String problem;

    public InvalidField(String field, String message) {
        super(message);
        this.field = field;
        this.problem = message;
    }

    /** @throws InvalidField unless the number is finite and above zero; the original lets a negative quantity add stock */
    public static double positive(String field, double value) {
        if (!Double.isFinite(value) || value <= 0) {
            throw new InvalidField(field, "must be a finite number above 0, was " + value);
        }
        return value;
    }

    /** @throws InvalidField unless the number is finite and not below zero */
    public static double notNegative(String field, double value) {
        if (!Double.isFinite(value) || value < 0) {
            throw new InvalidField(field, "must be a finite number not below 0, was " + value);
        }
        return value;
    }

    /** @throws InvalidField if the text is empty or blank */
    public static String notBlank(String field, String value) {
        if (value.isBlank()) {
            throw new InvalidField(field, "must not be empty");
        }
        return value;
    }

    /** The same problem of a field of an object that is itself a field, {@code items.0}; empty for the body itself. */
    InvalidField inside(String path) {
        return path.isEmpty() ? this : new InvalidField(path + "." + field, problem);
    }

    Refusal asRefusal() {
        return Refusal.invalid(new FieldProblem("body", field, problem));
    }
}
