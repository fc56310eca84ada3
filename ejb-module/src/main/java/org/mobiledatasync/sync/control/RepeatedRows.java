package org.mobiledatasync.sync.control;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Rows of an export in a file beside it, to be read again by their place: those of contacts with several rows (R1.7). */
final class RepeatedRows implements AutoCloseable {
    private final FileChannel channel;
    private final DataOutputStream out;
    private long end;

    RepeatedRows(Path file) {
        try {
            channel = FileChannel.open(
                    file,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the place of the row */
    long add(ExportRow row) {
        try {
            long place = end;
            out.writeLong(row.number());
            out.writeInt(row.cells().size());
            end += Long.BYTES + Integer.BYTES;
            for (String cell : row.cells()) {
                byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
                out.writeInt(bytes.length);
                out.write(bytes);
                end += Integer.BYTES + bytes.length;
            }
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes what was added readable; nothing is added afterwards. */
    void done() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ExportRow get(long place) {
        try {
            channel.position(place);
            DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), 1024));
            long number = in.readLong();
            int width = in.readInt();
            List<String> cells = new ArrayList<>(width);
            for (int i = 0; i < width; i++) {
                cells.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
            }
            return new ExportRow(number, List.copyOf(cells));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
