package org.mobiledatasync.intake.control;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mobiledatasync.platform.entity.InvalidInputException;

/**
 * The text of a file whose encoding nobody said: UTF-8 with or without a byte order mark, UTF-16 with one, and, since its
 * bytes rarely are UTF-8 by chance, Windows-1252 for all that is not.
 */
final class FileText implements AutoCloseable {
    static final int LONGEST_LINE = 1_000_000;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BufferedReader reader;
    private final Charset charset;

    /** A line that no memory should be filled with. */
    static final class LineTooLong extends IOException {
        private static final long serialVersionUID = 1;
    }

    private FileText(BufferedReader reader, Charset charset) {
        this.reader = reader;
        this.charset = charset;
    }

    static FileText open(Path file) {
        try {
            Charset charset = charset(file);
            BufferedReader reader =
                    new BufferedReader(new ShortLines(new InputStreamReader(Files.newInputStream(file), charset)));
            reader.mark(1);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
            return new FileText(reader, charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Charset charset(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(4);
        }
        if (starts(start, 'P', 'K', 3, 4) || starts(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new InvalidInputException(
                    "file", "This is a workbook of a spreadsheet program. Save it there as CSV, and choose that file.");
        }
        if (starts(start, 0x89, 'P', 'N', 'G')
                || starts(start, '%', 'P', 'D', 'F')
                || starts(start, 0xFF, 0xD8, 0xFF)) {
            throw new InvalidInputException("file", "This is a picture or a document. Choose a CSV file.");
        }
        if (starts(start, 0xFE, 0xFF) || starts(start, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16;
        }
        return isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS;
    }

    private static boolean starts(byte[] start, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (start.length <= i || (start[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(Path file) throws IOException {
        var strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (Reader all = new InputStreamReader(Files.newInputStream(file), strict)) {
            char[] some = new char[8192];
            while (all.read(some) >= 0) {
                // only whether it can be read
            }
            return true;
        } catch (CharacterCodingException otherEncoding) {
            return false;
        }
    }

    BufferedReader reader() {
        return reader;
    }

    String encoding() {
        return charset.name();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends reading where a line gets longer than memory should hold. */
    private static final class ShortLines extends FilterReader {
        private int length;

        ShortLines(Reader in) {
            super(in);
        }

        @Override
        public int read(char[] into, int from, int most) throws IOException {
            int count = super.read(into, from, most);
            for (int i = from; i < from + count; i++) {
                length = into[i] == '\n' || into[i] == '\r' ? 0 : length + 1;
                if (length > LONGEST_LINE) {
                    throw new LineTooLong();
                }
            }
            return count;
        }
    }
}
