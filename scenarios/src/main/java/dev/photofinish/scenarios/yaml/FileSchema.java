package dev.photofinish.scenarios.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The JSON Schema (2020-12) of a kind of file, the same for editors and for the reader. */
public final class FileSchema {

    private final String text;
    private final JsonNode json;
    private final Schema schema;

    private FileSchema(String text) throws JsonProcessingException {
        this.text = text;
        json = new ObjectMapper().readTree(text);
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }

    /** @param resource a JSON Schema on the class path, such as {@code /schema/system.schema.json} */
    public static FileSchema ofResource(String resource) {
        try (InputStream in = FileSchema.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("this program was built without " + resource);
            }
            return new FileSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public String text() {
        return text;
    }

    /** Adds a problem for every way in which the file does not fit. */
    public void check(YamlNode root, Problems problems) {
        List<Error> errors = schema.validate(root.toJson().toString(), InputFormat.JSON);
        for (Error error : errors) {
            List<String> path = path(error.getInstanceLocation());
            JsonNode broken = schemaAround(error);
            new Misfit(error, path, nodeAt(root, path), broken).report(errors, problems);
        }
    }

    /** The part of the schema that holds the broken keyword, with the keyword's neighbours. */
    private JsonNode schemaAround(Error error) {
        List<String> path = path(error.getSchemaLocation().getFragment());
        JsonNode node = json;
        for (String element : path.subList(0, path.size() - 1)) {
            node = node.isArray() ? node.path(Integer.parseInt(element)) : node.path(element);
        }
        return node;
    }

    private static YamlNode nodeAt(YamlNode root, List<String> path) {
        YamlNode node = root;
        for (String element : path) {
            YamlNode parent = node;
            node = parent instanceof YamlList list
                    ? list.items().get(Integer.parseInt(element))
                    : parent.get(element).orElse(parent);
        }
        return node;
    }

    private static List<String> path(NodePath path) {
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < path.getNameCount(); i++) {
            elements.add(path.getElement(i).toString());
        }
        return elements;
    }
}
