package dev.photofinish.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a checkout of its own, with a Java and a Maven that only write down how they were called. */
class LauncherTest {

    private static final String JAVA = """
        #!/bin/sh
        for argument in "$@"; do
            case $argument in
                -XX:ArchiveClassesAtExit=*) echo made >"${argument#*=}"; exit ;;
                -version) echo "${JAVA_SAYS:-}"; exit "${JAVA_STARTS:-0}" ;;
                -jar) echo "java runs:" ;;
                signal) trap 'echo "got a signal"; exit 143' TERM; echo ready; sleep 20 & wait ;;
            esac
        done
        echo "$@"
        exit "${JAVA_EXITS:-0}"
        """;

    private static final String MAVEN = """
        #!/bin/sh
        echo "$JAVA_HOME" >>"$CALLS"
        if [ -n "${MAVEN_FAILS:-}" ]; then
            echo '[ERROR] Stock.java:[3,7] cannot find symbol'
            exit 1
        fi
        sleep "${MAVEN_SECONDS:-0}"
        mkdir -p cli/target/lib
        : >cli/target/photofinish.jar
        """;

    /** All that the launcher may need of a system; neither a Java nor a Maven is among it. */
    private static final List<String> POSIX = List.of(
            "sh",
            "cat",
            "cksum",
            "cut",
            "dirname",
            "env",
            "find",
            "grep",
            "head",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "stty",
            "touch");

    @TempDir
    private Path folder;

    private Path checkout;
    private Path jdk;
    private Path tools;
    private Path calls;

    @BeforeEach
    void checkOut() throws IOException {
        checkout = Files.createDirectories(folder.resolve("my checkout"));
        Files.createDirectories(checkout.resolve("cli/src/main"));
        Files.writeString(checkout.resolve("pom.xml"), "");
        Files.writeString(checkout.resolve("cli/pom.xml"), "");
        Files.copy(Path.of("../photofinish"), checkout.resolve("photofinish"));
        jdk = jdk("jdk-21", "21.0.1");
        tools = Files.createDirectories(folder.resolve("tools"));
        for (String name : POSIX) {
            program(tools.resolve(name), "#!/bin/sh\nPATH=/usr/bin:/bin exec " + name + " \"$@\"\n");
        }
        program(tools.resolve("mvn"), MAVEN);
        calls = folder.resolve("calls");
    }

    @Test
    void buildsOnFirstUseWithTheJdkItFound() throws Exception {
        Ended run = run("list");

        assertThat(run.exitCode()).as(run.printed()).isZero();
        assertThat(run.printed()).contains("building", "java runs:", "photofinish.jar list");
        assertThat(calls).hasContent(jdk.toString());
    }

    @Test
    void buildsAgainOnlyIfASourceChanged() throws Exception {
        run("list");

        assertThat(run("list").printed()).doesNotContain("building");
        Files.writeString(checkout.resolve("cli/src/main/New.java"), "");
        assertThat(run("list").printed()).contains("building");
        assertThat(Files.readAllLines(calls)).hasSize(2);
    }

    @Test
    void twoAtTheSameTimeBuildOnce() throws Exception {
        Process first = start(List.of("MAVEN_SECONDS=2"), checkout.resolve("photofinish"), "list");
        Process second = start(List.of("MAVEN_SECONDS=2"), checkout.resolve("photofinish"), "list");

        assertThat(List.of(end(first).exitCode(), end(second).exitCode())).containsOnly(0);
        assertThat(Files.readAllLines(calls)).hasSize(1);
    }

    @Test
    void aBuilderThatWasKilledLocksNobodyOut() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path lock = Files.createDirectories(checkout.resolve("cli/target/building"));
        Files.writeString(lock.resolve("pid"), String.valueOf(dead.pid()));

        assertThat(run("list").exitCode()).isZero();
        assertThat(lock).doesNotExist();
    }

    @Test
    void aFailedBuildShowsWhyAndIsTriedAgain() throws Exception {
        Ended failed = end(start(List.of("MAVEN_FAILS=yes"), checkout.resolve("photofinish"), "list"));

        assertThat(failed.exitCode()).isEqualTo(2);
        assertThat(failed.printed()).contains("Stock.java:[3,7] cannot find symbol", "the build failed", "build.log");
        assertThat(run("list").exitCode()).isZero();
    }

    @Test
    void withoutMavenItSaysWhatToInstall() throws Exception {
        Files.delete(tools.resolve("mvn"));

        Ended run = run("list");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.printed()).contains("needs Maven 3.8 or newer");
    }

    @Test
    void withoutAJdkItSaysWhatToInstall() throws Exception {
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.9\"\n");

        Ended run = run("list");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.printed()).contains("needs a JDK, version 21 or newer", "JAVA_HOME");
    }

    @Test
    void passesOverAnOldJava() throws Exception {
        Path old = jdk("jdk-17", "17.0.9");
        jdk("jdk-8", "1.8.0_402");

        Ended run = end(start(List.of("JAVA_HOME=" + old), checkout.resolve("photofinish"), "list"));

        assertThat(run.exitCode()).as(run.printed()).isZero();
        assertThat(calls).hasContent(jdk.toString());
    }

    @Test
    void isFoundThroughALinkFromAnotherFolder() throws Exception {
        Path link = Files.createSymbolicLink(tools.resolve("pf"), checkout.resolve("photofinish"));

        Ended run = end(start(List.of(), link, "list"));

        assertThat(run.exitCode()).as(run.printed()).isZero();
        assertThat(run.printed()).contains(checkout + "/cli/target/photofinish.jar list");
    }

    @Test
    void argumentsAndExitCodesPassThrough() throws Exception {
        run("list");

        Ended run = end(start(List.of("JAVA_EXITS=3"), checkout.resolve("photofinish"), "race", "a b", "*"));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.printed()).endsWith("race a b *\n");
    }

    @Test
    void aJavaThatCannotStartIsNoViolation() throws Exception {
        run("list");

        Ended run = end(start(
                List.of("JAVA_STARTS=1", "JAVA_SAYS=Unrecognized option: -Xnonsense"),
                checkout.resolve("photofinish"),
                "race"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.printed())
                .contains(
                        "Unrecognized option: -Xnonsense", "Java cannot start, so nothing was run", "JAVA_TOOL_OPTIONS")
                .doesNotContain("java runs:");
    }

    @Test
    void namesThatAreNotAsciiCanBeReadWithoutALocale() throws Exception {
        run("list");

        assertThat(run("list").printed()).contains("-Dstdout.encoding=US-ASCII");
        assertThat(end(start(List.of("LANG=en_US.UTF-8"), checkout.resolve("photofinish"), "list"))
                        .printed())
                .doesNotContain("encoding");
    }

    @Test
    void replayLinesAreToldHowItWasCalled() throws Exception {
        Path link = Files.createSymbolicLink(tools.resolve("pf"), checkout.resolve("photofinish"));

        assertThat(end(start(List.of(), link, "list")).printed()).contains("-Dphotofinish.called=" + link);
    }

    @Test
    void signalsPassThrough() throws Exception {
        run("list");
        Process process = start(List.of(), checkout.resolve("photofinish"), "signal");
        var lines = process.inputReader(StandardCharsets.UTF_8);
        while (!lines.readLine().equals("ready")) {
            // what Java is called with comes first
        }

        process.toHandle().destroy(); // Process.destroy would close what it prints to

        assertThat(lines.readLine()).isEqualTo("got a signal");
        assertThat(process.waitFor()).isEqualTo(143);
    }

    @Test
    void theArchiveIsMadeAgainWhenTheJarsChanged() throws Exception {
        run("list");
        Path archive = archive();
        var made = Files.getLastModifiedTime(archive);

        run("list");
        assertThat(Files.getLastModifiedTime(archive)).isEqualTo(made);
        Files.writeString(checkout.resolve("cli/target/lib/scenarios.jar"), "");
        run("list");

        assertThat(Files.getLastModifiedTime(archive())).isGreaterThan(made);
    }

    @Test
    void aBuiltCheckoutNeedsNoWritePermission() throws Exception {
        assumeTrue(!"root".equals(System.getProperty("user.name")), "root may write everywhere");
        run("list");
        Files.delete(archive());
        Path target = checkout.resolve("cli/target");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r-xr-xr-x"));

        Ended run = run("list");

        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(run.exitCode()).as(run.printed()).isZero();
    }

    private record Ended(int exitCode, String printed) {}

    private Ended run(String... args) throws Exception {
        return end(start(List.of(), checkout.resolve("photofinish"), args));
    }

    private Process start(List<String> environment, Path launcher, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/env", "-i"));
        command.addAll(List.of("PATH=" + tools, "HOME=" + folder, "CALLS=" + calls));
        command.add("PHOTOFINISH_JDKS=" + folder);
        command.addAll(environment);
        command.add(launcher.toString());
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private static Ended end(Process process) throws Exception {
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), printed);
    }

    private Path archive() throws IOException {
        try (var files = Files.list(checkout.resolve("cli/target"))) {
            return files.filter(file -> file.toString().endsWith(".jsa"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        program(home.resolve("bin/java"), JAVA);
        program(home.resolve("bin/javac"), "#!/bin/sh\n");
        return home;
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
