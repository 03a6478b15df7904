package org.doorlight.node.home;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Folders and files for their owner only. They have that mode from the first moment on: there is no instant to look in. */
final class PrivateFiles {
    private static final Set<PosixFilePermission> FOLDER_MODE = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE_MODE = PosixFilePermissions.fromString("rw-------");

    private PrivateFiles() {}

    /** Makes a folder, or takes an existing one and closes it to others. Folders above it are made with the usual mode. */
    static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            Files.setPosixFilePermissions(folder, FOLDER_MODE);
            return;
        }
        Files.createDirectories(folder.toAbsolutePath().getParent());
        Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER_MODE));
    }

    /** The attribute that gives a file its mode while it is made. */
    static FileAttribute<Set<PosixFilePermission>> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(FILE_MODE);
    }

    /** Whether somebody else than the owner may read or write a file. */
    static boolean isOpenToOthers(Path file) throws IOException {
        return !FILE_MODE.containsAll(Files.getPosixFilePermissions(file));
    }

    /** Puts a file in place at once: whoever looks, even after a power cut, sees the old content or the new, never a part. */
    static void write(Path file, byte[] content) throws IOException {
        Path fresh = unfinished(file);
        Files.deleteIfExists(fresh);
        try (FileChannel channel =
                FileChannel.open(fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        syncFolder(file);
    }

    /** Where a file is written before it is put in place. */
    static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    /** At most so many bytes of a file; one more than allowed tells the caller that it is too long. */
    static byte[] read(Path file, int bytesMax) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(bytesMax);
        }
    }

    /** A new name in a folder survives a power cut only once the folder itself is on the disk. */
    private static void syncFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
