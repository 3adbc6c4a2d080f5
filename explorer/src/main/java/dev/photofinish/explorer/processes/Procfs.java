package dev.photofinish.explorer.processes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Linux's {@code /proc}, see proc(5). What ends while it is read, or may not be read, is not there. */
final class Procfs implements ProcessTable {

    private static final Pattern OPEN_SOCKET = Pattern.compile("socket:\\[(\\d+)]");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final String ESTABLISHED = "01";
    private static final String LISTEN = "0A";
    private static final int INODE = 9;
    private static final int HEXADECIMAL = 16;

    private final Path root;
    private final Map<Long, ThreadStates> states = new HashMap<>();

    Procfs(Path root) {
        this.root = root;
    }

    @Override
    public List<Socket> sockets() {
        List<Socket> all = new ArrayList<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            lines(root.resolve(table)).stream().skip(1).map(Procfs::socket).forEach(one -> one.ifPresent(all::add));
        }
        return all;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<Socket> socket(String line) {
        String[] fields = line.strip().split("\\s+");
        if (fields.length <= INODE) {
            return Optional.empty();
        }
        Socket.State state = switch (fields[3]) {
            case ESTABLISHED -> Socket.State.ESTABLISHED;
            case LISTEN -> Socket.State.LISTENS;
            default -> Socket.State.OTHER;
        };
        return Optional.of(new Socket(state, port(fields[1]), port(fields[2]), Long.parseLong(fields[INODE])));
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), HEXADECIMAL);
    }

    @Override
    public Set<Long> processes() {
        return numbersIn(root);
    }

    @Override
    public Set<Long> socketsOf(long process) {
        Set<Long> all = new HashSet<>();
        try (DirectoryStream<Path> open = Files.newDirectoryStream(root.resolve(process + "/fd"))) {
            for (Path one : open) {
                inode(one).ifPresent(all::add);
            }
        } catch (IOException | DirectoryIteratorException e) {
            return Set.of();
        }
        return all;
    }

    private static Optional<Long> inode(Path open) {
        try {
            Matcher socket = OPEN_SOCKET.matcher(Files.readSymbolicLink(open).toString());
            return socket.matches() ? Optional.of(Long.valueOf(socket.group(1))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Set<Task> awake(long process) {
        return states.computeIfAbsent(process, one -> new ThreadStates(one, root.resolve(one + "/task")))
                .awake();
    }

    @Override
    public void forgetAllBut(Set<Long> kept) {
        states.entrySet().removeIf(entry -> {
            boolean goes = !kept.contains(entry.getKey());
            if (goes) {
                entry.getValue().close();
            }
            return goes;
        });
    }

    static Set<Long> numbersIn(Path folder) {
        String[] names = folder.toFile().list();
        Set<Long> numbers = new HashSet<>();
        for (String name : names == null ? new String[0] : names) {
            if (NUMBER.matcher(name).matches()) {
                numbers.add(Long.valueOf(name));
            }
        }
        return numbers;
    }
}
