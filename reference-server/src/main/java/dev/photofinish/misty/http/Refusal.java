package dev.photofinish.misty.http;

/**
 * A request that is not carried out. Business rules throw it; the server answers with its status and
 * {@code {"detail": …}}, as the original does.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Object detail;

    private Refusal(int status, String message, Object detail) {
        super(message, null, false, false);
        this.status = status;
        this.detail = detail;
    }

    /** 400: the request makes no sense as things are. */
    public static Refusal badRequest(String detail) {
        return new Refusal(400, detail, detail);
    }

    public static Refusal unauthorized(String detail) {
        return new Refusal(401, detail, detail);
    }

    public static Refusal forbidden(String detail) {
        return new Refusal(403, detail, detail);
    }

    public static Refusal notFound(String what) {
        return new Refusal(404, what + " not found", what + " not found");
    }

    /** 409: somebody else was first. */
    public static Refusal conflict(String detail) {
        return new Refusal(409, detail, detail);
    }

    /** 409 with a structured detail, such as the current document. */
    public static Refusal conflict(String message, Object detail) {
        return new Refusal(409, message, detail);
    }

    /** 428 (RFC 6585): the request must say which version it changes. */
    public static Refusal preconditionRequired(String detail) {
        return new Refusal(428, detail, detail);
    }

    /** 422: the request's form is wrong; the detail is FastAPI's list of places. */
    public static Refusal invalid(FieldProblem problem) {
        return new Refusal(422, problem.toString(), java.util.List.of(problem.asDetail()));
    }

    public int status() {
        return status;
    }

    public Object detail() {
        return detail;
    }
}
