package dev.photofinish.reports.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.photofinish.reports.Renderer;
import dev.photofinish.reports.RunReport;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The run as JSON: keys in the order of the records, times and durations as ISO 8601, empty optionals left out, and the
 * verdicts and intervals beside what they follow from. {@code report.schema.json} beside this class describes it.
 */
public final class JsonReport implements Renderer {

    /** The class path resource with the JSON Schema (2020-12) of what is written here. */
    public static final String SCHEMA_RESOURCE = "/dev/photofinish/reports/json/report.schema.json";

    private static final int OLDEST = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule(), new DerivedValues())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();

    @Override
    public void render(RunReport report, Writer out) throws IOException {
        MAPPER.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(out, report);
        out.write('\n');
        out.flush();
    }

    /** Reads back what {@link #renderTo} wrote. */
    public RunReport read(Path file) throws IOException {
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(in, file.toString());
        }
    }

    /**
     * Reads a report from anywhere.
     *
     * @param name what to call it in messages
     * @throws UnreadableReportException if it is not JSON, no report, or one of another schema version
     */
    public RunReport read(Reader in, String name) throws IOException {
        try {
            JsonNode tree = MAPPER.readTree(in);
            requireOurSchema(tree, name);
            return MAPPER.treeToValue(upgraded(tree), RunReport.class);
        } catch (CharacterCodingException e) {
            throw new UnreadableReportException(name + " is no run report: it is not a text in UTF-8.", e);
        } catch (JsonMappingException e) {
            throw new UnreadableReportException(
                    "%s is no run report: at %s, %s".formatted(name, place(e), e.getOriginalMessage()), e);
        } catch (JsonProcessingException e) {
            throw new UnreadableReportException(
                    "%s is not JSON: line %d, column %d: %s"
                            .formatted(
                                    name,
                                    e.getLocation().getLineNr(),
                                    e.getLocation().getColumnNr(),
                                    e.getOriginalMessage()),
                    e);
        }
    }

    private static void requireOurSchema(JsonNode tree, String name) throws UnreadableReportException {
        JsonNode schema = tree.path("schema");
        if (!schema.isInt()) {
            throw new UnreadableReportException(name
                    + " has no number \"schema\" at its root, so it is no run report written by photofinish --json.");
        }
        if (schema.intValue() < OLDEST || schema.intValue() > RunReport.SCHEMA) {
            throw new UnreadableReportException(
                    "%s is a run report of schema %d; this version reads schemas %d to %d. Read it with the version that wrote it: %s."
                            .formatted(
                                    name,
                                    schema.intValue(),
                                    OLDEST,
                                    RunReport.SCHEMA,
                                    tree.path("tool").asText("it does not say which")));
        }
    }

    private static JsonNode upgraded(JsonNode tree) {
        return tree instanceof ObjectNode report ? new Upgrade(report).toNow() : tree;
    }

    private static String place(JsonMappingException e) {
        StringBuilder place = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            place.append(step.getFieldName() == null ? "[" + step.getIndex() + "]" : "/" + step.getFieldName());
        }
        return place.isEmpty() ? "its root" : place.toString();
    }
}
