package dev.photofinish.cli;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Tells {@code --json run.json} from {@code --json my-scenario}: what follows is only taken for the file if it is called so. */
final class JsonFiles implements IParameterPreprocessor {

    @Override
    public boolean preprocess(Stack<String> args, CommandSpec command, ArgSpec option, Map<String, Object> info) {
        boolean attached = "=".equals(info.get("separator"));
        if (!attached && (args.isEmpty() || !args.peek().endsWith(".json"))) {
            args.push(ReportChoice.STANDARD_OUTPUT);
        }
        return false;
    }
}
