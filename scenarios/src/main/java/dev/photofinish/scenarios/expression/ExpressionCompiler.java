package dev.photofinish.scenarios.expression;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.photofinish.scenarios.yaml.Location;
import dev.photofinish.scenarios.yaml.Nearest;
import dev.photofinish.scenarios.yaml.Problems;
import dev.photofinish.scenarios.yaml.YamlNode;
import dev.photofinish.scenarios.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compiles the expressions of a file against the names that are known where they stand. */
public final class ExpressionCompiler {

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            // macros over macros multiply; this is the bound on all of them together
            .comprehensionMaxIterations(1_000_000)
            .build();
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']+)'.*", Pattern.DOTALL);

    private final Cel cel;
    private final Map<String, Set<String>> variables;
    private final Problems problems;

    /** @param names the variables; their types are those of the JSON they have when judged */
    public ExpressionCompiler(Set<String> names, Problems problems) {
        this(withAnyFields(names), problems);
    }

    /**
     * @param variables by name; those with fields are objects with just these, those without are whatever they are when
     *     judged
     */
    public ExpressionCompiler(Map<String, Set<String>> variables, Problems problems) {
        CelBuilder builder =
                CelFactory.plannerCelBuilder().setOptions(OPTIONS).setStandardMacros(CelStandardMacro.STANDARD_MACROS);
        variables.keySet().forEach(name -> builder.addVar(name, SimpleType.DYN));
        this.cel = builder.build();
        this.variables = Map.copyOf(variables);
        this.problems = problems;
    }

    private static Map<String, Set<String>> withAnyFields(Set<String> names) {
        Map<String, Set<String>> variables = new TreeMap<>();
        names.forEach(name -> variables.put(name, Set.of()));
        return variables;
    }

    /** In alphabetical order, for messages. */
    private Set<String> names() {
        return new TreeSet<>(variables.keySet());
    }

    /** Compiles a condition; empty if it is none, with a problem that says why. */
    public Optional<Expression> condition(YamlNode node) {
        return compile(node, CelKind.BOOL, "true or false");
    }

    /** Compiles an expression that gives a list of offenders; empty if it is none, with a problem that says why. */
    public Optional<Expression> offenders(YamlNode node) {
        return compile(node, CelKind.LIST, "a list of what breaks the rule");
    }

    private Optional<Expression> compile(YamlNode node, CelKind kind, String expected) {
        if (!(node instanceof YamlScalar scalar) || !scalar.isText()) {
            return Optional.empty(); // the schema has reported it
        }
        try {
            CelAbstractSyntaxTree tree = cel.compile(scalar.text()).getAst();
            CelType type = tree.getResultType();
            if (type.kind() != kind && type.kind() != CelKind.DYN) {
                problems.add(node.at(), "the expression \"" + scalar.text() + "\" gives " + type.name(), expected);
                return Optional.empty();
            }
            checkFields(tree, scalar);
            return Optional.of(new Expression(scalar.text(), cel.createProgram(tree)));
        } catch (CelValidationException invalid) {
            report(invalid.getErrors(), scalar);
        } catch (CelEvaluationException unplannable) {
            problems.add(node.at(), "this is no expression: " + unplannable.getMessage(), expected);
        }
        return Optional.empty();
    }

    /** CEL cannot know the fields of a variable whose type is dynamic; we do. */
    private void checkFields(CelAbstractSyntaxTree tree, YamlScalar scalar) {
        CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(CelNavigableExpr::expr)
                .filter(node -> node.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT)
                .forEach(node -> checkField(node, tree, scalar));
    }

    private void checkField(CelExpr node, CelAbstractSyntaxTree tree, YamlScalar scalar) {
        CelExpr operand = node.select().operand();
        if (operand.exprKind().getKind() != CelExpr.ExprKind.Kind.IDENT) {
            return;
        }
        String variable = operand.ident().name();
        String field = node.select().field();
        Set<String> fields = variables.getOrDefault(variable, Set.of());
        if (!fields.isEmpty() && !fields.contains(field)) {
            Integer offset = tree.getSource().getPositionsMap().get(operand.id());
            problems.add(
                    offset == null ? scalar.at() : scalar.at(offset),
                    variable + " has no \"" + field + "\"",
                    Nearest.oneOf(new TreeSet<>(fields)),
                    Nearest.hint(field, fields));
        }
    }

    /** Of what the parser says, only the first: where it was lost, it stumbles over all that follows. */
    private void report(List<CelIssue> issues, YamlScalar scalar) {
        Slip.in(scalar.text())
                .ifPresentOrElse(
                        slip -> report(slip, scalar),
                        () -> issues.stream().limit(1).forEach(issue -> report(issue, scalar)));
    }

    private void report(Slip slip, YamlScalar scalar) {
        String before = scalar.text().substring(0, slip.offset());
        int line = 1 + (int) before.chars().filter(at -> at == '\n').count();
        int column = slip.offset() - (before.lastIndexOf('\n') + 1);
        Location where = line == 1 ? scalar.at(column) : scalar.at();
        problems.add(
                where,
                slip.found() + " in the expression" + position(where, scalar, line, column) + " \"" + scalar.text()
                        + "\"",
                slip.expected());
    }

    /** Where in the expression, if the file does not say. */
    private static String position(Location where, YamlScalar scalar, int line, int column) {
        return where.equals(scalar.at()) ? " (line " + line + ", character " + (column + 1) + ")" : "";
    }

    private void report(CelIssue issue, YamlScalar scalar) {
        int line = issue.getSourceLocation().getLine();
        int column = issue.getSourceLocation().getColumn();
        Location where = line == 1 ? scalar.at(column) : scalar.at();
        String position = position(where, scalar, line, column);
        Matcher undeclared = UNDECLARED.matcher(issue.getMessage());
        if (undeclared.matches() && !scalar.text().contains(undeclared.group(1) + "(")) {
            String name = undeclared.group(1);
            problems.add(
                    where,
                    "unknown name \"" + name + "\" in the expression" + position,
                    Nearest.oneOf(names()),
                    Nearest.hint(name, names()));
        } else {
            problems.add(
                    where,
                    "this is no CEL expression" + position + ": " + plain(issue.getMessage()) + ", in \""
                            + scalar.text() + "\"",
                    "");
        }
    }

    /** Without the parser's list of every token that could have followed. */
    private static String plain(String message) {
        return message.replaceFirst(" expecting (?:\\{.*|<EOF>)", "")
                .replaceFirst(" \\(candidates: .*", "")
                .replaceFirst("mismatched input '<EOF>'", "it ends too early")
                .replaceFirst("(?:mismatched|extraneous) input '(.*)'$", "\"$1\" cannot stand there")
                .replaceFirst("token recognition error at: '(.*)'$", "\"$1\" cannot stand there")
                .replaceFirst("missing '(.*)' at '<EOF>'", "\"$1\" is missing at its end")
                .replaceFirst("undeclared reference to '(.*)' \\(in container ''\\)", "there is no function \"$1\"")
                .replaceFirst("found no matching overload for '_?(.*?)_?' applied to", "\"$1\" is not for");
    }
}
