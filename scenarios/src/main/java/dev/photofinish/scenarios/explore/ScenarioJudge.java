package dev.photofinish.scenarios.explore;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.mongo.Accusation;
import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judge;
import dev.photofinish.explorer.search.Judgement;
import dev.photofinish.explorer.witness.Accused;
import dev.photofinish.reports.Evidence;
import dev.photofinish.scenarios.race.EndedRound;
import java.util.List;
import org.bson.BsonDocument;

/** Judges a schedule as a race judges a round: by the scenario's expectations, its checks and its invariants. */
final class ScenarioJudge implements Judge<EndedRound> {

    private final String database;
    private final Masking masking;

    /**
     * @param database the name of that which the invariants look at
     * @param masking what must not be seen of it
     */
    ScenarioJudge(String database, Masking masking) {
        this.database = database;
        this.masking = masking;
    }

    @Override
    public Judgement judge(List<Turn> turns, EndedRound round) {
        EndedRound.Weighed weighed = round.weigh();
        List<Finding> findings = weighed.evidence().stream()
                .map(evidence -> finding(evidence, weighed.accusations()))
                .toList();
        return new Judgement(findings, weighed.causes().stream().findFirst());
    }

    private Finding finding(Evidence evidence, List<EndedRound.Accusation> accusations) {
        String detail = evidence.detail().isEmpty() ? "" : "\n" + evidence.detail();
        Accused accused = accusations.stream()
                .filter(accusation -> accusation.rule().name().equals(evidence.rule()))
                .findFirst()
                .map(this::accused)
                .orElse(Accused.NOTHING);
        return new Finding(evidence.rule(), Finding.Weight.VIOLATION, evidence.explanation() + detail, accused);
    }

    private Accused accused(EndedRound.Accusation accusation) {
        return Accusation.of(
                database + "." + accusation.rule().collection(),
                bson(accusation.rule().violations()),
                bson(accusation.offenders()),
                masking);
    }

    private static List<BsonDocument> bson(List<JsonNode> extendedJson) {
        return extendedJson.stream()
                .filter(JsonNode::isObject)
                .map(node -> BsonDocument.parse(node.toString()))
                .toList();
    }
}
