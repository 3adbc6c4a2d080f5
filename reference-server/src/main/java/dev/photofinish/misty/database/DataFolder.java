package dev.photofinish.misty.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/**
 * A throwaway server's data folder. It carries its owner in its name, so that there is no moment in which a folder exists
 * and nobody can tell whose it is: {@code photofinish-mongod-4711-1764000000000-8817263}.
 */
record DataFolder(Path path, Owner owner) {

    private static final String PREFIX = "photofinish-mongod-";

    /** A server starts with 8 MB; a container's /dev/shm often has 64 MB, which a test could fill. */
    private static final long ENOUGH_BYTES = 512L * 1024 * 1024;

    /**
     * Makes one in the first of the places that can be written and has room.
     *
     * @throws IOException if there is none, in one sentence
     */
    static DataFolder create(List<Path> places) throws IOException {
        for (Path place : places) {
            if (Files.isWritable(place) && Files.getFileStore(place).getUsableSpace() >= ENOUGH_BYTES) {
                Owner owner = Owner.thisProcess();
                return new DataFolder(Files.createTempDirectory(place, PREFIX + owner + "-"), owner);
            }
        }
        throw new IOException("there is no folder for its data: none of " + places
                + " is writable and has 512 MB free (the last is java.io.tmpdir)");
    }

    /** The folder at a path, if its name says that it is one of ours. */
    static Optional<DataFolder> at(Path path) {
        String name = path.getFileName().toString();
        if (!name.startsWith(PREFIX) || name.lastIndexOf('-') < PREFIX.length()) {
            return Optional.empty();
        }
        return Owner.parse(name.substring(PREFIX.length(), name.lastIndexOf('-')))
                .map(owner -> new DataFolder(path, owner));
    }

    Path log() {
        return path.resolve("mongod.log");
    }

    void delete() {
        try {
            Files.walkFileTree(path, new DeleteAll());
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + path + " cannot be deleted", e);
        }
    }

    private static final class DeleteAll extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        /** Somebody else, the sweep of another process, may be deleting the same folder. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof java.nio.file.NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
