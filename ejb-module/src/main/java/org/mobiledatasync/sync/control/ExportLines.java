package org.mobiledatasync.sync.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** The lines of a UTF-8 file, each with its place, so that reading can go on from there later. */
final class ExportLines implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
    private byte[] line = new byte[1024];

    /** Where the next byte that is taken from the buffer stands in the file. */
    private long position;

    /** @param place where the line begins, in bytes from the begin of the file */
    record Line(long place, String text) {}

    ExportLines(Path path) {
        try {
            file = FileChannel.open(path, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line without its end, which is LF, CR or both; null at the end of the file. */
    Line read() {
        long place = position;
        int length = 0;
        int next = take();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n' && next != '\r') {
            if (length == line.length) {
                line = Arrays.copyOf(line, length * 2);
            }
            line[length++] = (byte) next;
            next = take();
        }
        if (next == '\r' && fill() && buffer.get(buffer.position()) == '\n') {
            take();
        }
        return new Line(place, new String(line, 0, length, StandardCharsets.UTF_8));
    }

    /** Goes on reading elsewhere. */
    void moveTo(long place) {
        long ahead = place - position;
        if (ahead >= 0 && ahead <= buffer.remaining()) {
            buffer.position(buffer.position() + (int) ahead);
        } else {
            buffer.limit(0);
        }
        position = place;
    }

    private int take() {
        if (!fill()) {
            return -1;
        }
        position++;
        return buffer.get() & 0xFF;
    }

    private boolean fill() {
        if (buffer.hasRemaining()) {
            return true;
        }
        try {
            buffer.clear();
            int read = file.read(buffer, position);
            buffer.flip();
            return read > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
