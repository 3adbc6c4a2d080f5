package dev.photofinish.misty.production;

import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.auth.Gate;
import dev.photofinish.misty.http.Answer;
import dev.photofinish.misty.http.Call;
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.http.Routes;
import dev.photofinish.misty.orders.Order;
import dev.photofinish.misty.orders.Orders;
import dev.photofinish.misty.orders.Stage;
import dev.photofinish.misty.store.Documents;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stage moves and their log over HTTP. */
final class StageEndpoints {

    private final Orders orders;
    private final StageMoves moves;
    private final ProductionLog log;
    private final Board board;

    StageEndpoints(Orders orders, StageMoves moves, ProductionLog log, Board board) {
        this.orders = orders;
        this.moves = moves;
        this.log = log;
        this.board = board;
    }

    void addTo(Routes routes) {
        routes.put("/api/orders/{id}/stage", Gate.PRODUCTION, this::move);
        routes.post("/api/production/move-stage/{id}", Gate.ADMIN_OR_MANAGER, this::step);
        routes.post("/api/production/jump-stage/{id}", Gate.ADMIN_OR_MANAGER, this::jump);
        routes.get("/api/production/logs/{id}", Gate.WORKING, this::logs);
        routes.get("/api/production/board", Gate.WORKING, call -> shown(board.byStage()));
    }

    private Answer move(Call call) {
        MoveBody body = call.body(MoveBody.class);
        requirePermitted(call.caller(), body.toStage());
        moves.make(
                orders.required(call.path("id")),
                new Move(body.fromStage(), body.toStage(), body.notes()),
                call.caller());
        return Answer.ok("Order moved to " + body.toStage().id());
    }

    private Answer step(Call call) {
        StepBody body = call.body(StepBody.class);
        Order order = orders.required(call.path("id"));
        Stage from = body.fromStage().orElse(order.stage());
        Optional<Stage> to = switch (body.direction()) {
            case "forward" -> from.next();
            case "backward" -> from.previous();
            default -> throw Refusal.badRequest("The direction must be forward or backward, was " + body.direction());
        };
        return moved(
                call,
                order,
                new Move(
                        from,
                        to.orElseThrow(
                                () -> Refusal.badRequest("There is no stage " + body.direction() + " of " + from.id())),
                        body.notes()));
    }

    private Answer jump(Call call) {
        JumpBody body = call.body(JumpBody.class);
        Order order = orders.required(call.path("id"));
        return moved(
                call, order, new Move(body.fromStage().orElse(order.stage()), stage(body.targetStage()), body.notes()));
    }

    private Answer moved(Call call, Order order, Move move) {
        moves.make(order, move, call.caller());
        return Answer.bare(Map.of(
                "success",
                true,
                "message",
                "Order moved to " + move.to().id(),
                "new_stage",
                move.to().id()));
    }

    private Answer logs(Call call) {
        List<Map<String, Object>> entries = Documents.shown(log.of(call.path("id")));
        return shown(entries);
    }

    private static Answer shown(Object data) {
        return Answer.bare(Map.of("success", true, "data", data));
    }

    /** A manager does not bring an order to invoicing, the production team moreover not back to its start. */
    private static void requirePermitted(Caller caller, Stage to) {
        boolean permitted = switch (caller.role()) {
            case MANAGER -> to != Stage.INVOICING;
            case PRODUCTION_TEAM -> to != Stage.INVOICING && to != Stage.ORDER_ENTERED;
            default -> true;
        };
        if (!permitted) {
            throw Refusal.forbidden("The role " + caller.role().id() + " may not move an order to " + to.id());
        }
    }

    /** A wrong stage is 400 on this path, not 422. */
    private static Stage stage(String id) {
        try {
            return Stage.of(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("target_stage: " + id + " is " + e.getMessage());
        }
    }

    /** The body of {@code PUT /api/orders/{id}/stage}. */
    record MoveBody(Stage fromStage, Stage toStage, Optional<String> notes) {}

    /** The body of move-stage; without {@code from_stage} the move is from the stage the order has now. */
    record StepBody(String direction, Optional<Stage> fromStage, Optional<String> notes) {}

    /** The body of jump-stage; without {@code from_stage} the move is from the stage the order has now. */
    record JumpBody(String targetStage, Optional<Stage> fromStage, Optional<String> notes) {}
}
