package dev.photofinish.scenarios.system;

import dev.photofinish.scenarios.template.Reference;
import dev.photofinish.scenarios.template.Template;
import java.util.List;
import java.util.Map;

/** What a request sends after its headers. */
public sealed interface Body {

    List<Reference> references();

    record None() implements Body {
        @Override
        public List<Reference> references() {
            return List.of();
        }
    }

    record Json(Template value) implements Body {
        @Override
        public List<Reference> references() {
            return value.references();
        }
    }

    /** {@code application/x-www-form-urlencoded}, as an HTML form sends it. */
    record Form(Map<String, Template> fields) implements Body {
        @Override
        public List<Reference> references() {
            return fields.values().stream()
                    .flatMap(field -> field.references().stream())
                    .toList();
        }
    }
}
