package org.mobiledatasync.intake.control;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvMalformedLineException;
import com.opencsv.exceptions.CsvMultilineLimitBrokenException;
import com.opencsv.exceptions.CsvValidationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.profile.control.MobileNumbers;

/**
 * Streams a CSV file of people (RFC 4180) as spreadsheets write it: separated by commas, semicolons or tabs, in the
 * encodings that {@link FileText} knows. The first line names the columns. What cannot be read as a whole is refused with
 * the reason, for the field {@code file}.
 */
public final class PeopleFile implements AutoCloseable {
    static final int MOST_COLUMNS = 200;
    /** A quote that is never closed would swallow the rest of the file. */
    private static final int MOST_LINES_OF_A_ROW = 200;

    private static final String SEPARATORS = ",;\t";

    private final FileText text;
    private final CSVReader rows;
    private final List<String> headings;
    private long number = 1;

    /** One line as it stands in the file; {@code number} as a spreadsheet counts, the headings being line 1. */
    public record Line(long number, List<String> cells) {}

    private PeopleFile(FileText text, CSVReader rows) {
        this.text = text;
        this.rows = rows;
        this.headings = readHeadings();
    }

    /** @throws InvalidInputException naming {@code file} when it is no such file */
    public static PeopleFile open(Path file) {
        FileText text = FileText.open(file);
        return new PeopleFile(
                text,
                new CSVReaderBuilder(text.reader())
                        .withCSVParser(new RFC4180ParserBuilder()
                                .withSeparator(separator(text.reader()))
                                .build())
                        .withMultilineLimit(MOST_LINES_OF_A_ROW)
                        .build());
    }

    /** The separator that the first line has most of; what stands inside quotes hardly ever outweighs it. */
    private static char separator(BufferedReader reader) {
        try {
            reader.mark(FileText.LONGEST_LINE + 1);
            String first = Optional.ofNullable(reader.readLine()).orElse("");
            reader.reset();
            return (char) SEPARATORS
                    .chars()
                    .boxed()
                    .max((one, other) -> Long.compare(
                            first.chars().filter(one::equals).count(),
                            first.chars().filter(other::equals).count()))
                    .orElseThrow()
                    .intValue();
        } catch (IOException e) {
            throw refused(e, 1);
        }
    }

    private List<String> readHeadings() {
        String[] first = next();
        if (first == null || isBlank(first)) {
            throw refused("The file is empty. Its first line has to name the columns.");
        }
        if (first.length > MOST_COLUMNS) {
            throw refused("The file has more than " + MOST_COLUMNS + " columns.");
        }
        List<String> names = Stream.of(first).map(String::strip).toList();
        names.stream()
                .filter(name -> MobileNumbers.toE164(name, "US").isPresent())
                .findFirst()
                .ifPresent(phone -> {
                    throw refused("The first line has to name the columns, but \"" + phone + "\" is a phone number."
                            + " Put a line with headings above it.");
                });
        return names;
    }

    /** The next line that is not blank; empty at the end. */
    public Optional<Line> read() {
        for (String[] cells = next(); cells != null; cells = next()) {
            number++;
            if (!isBlank(cells)) {
                return Optional.of(new Line(number, List.of(cells)));
            }
        }
        return Optional.empty();
    }

    private String[] next() {
        try {
            return rows.readNext();
        } catch (CsvValidationException impossible) {
            throw new IllegalStateException("No validator is set", impossible);
        } catch (IOException e) {
            throw refused(e, number + 1);
        }
    }

    private static boolean isBlank(String[] cells) {
        return Arrays.stream(cells).allMatch(String::isBlank);
    }

    private static InvalidInputException refused(IOException fault, long line) {
        if (fault instanceof CsvMalformedLineException || fault instanceof CsvMultilineLimitBrokenException) {
            return refused("Line " + line + " has a quotation mark that is never closed. Nothing was imported.");
        }
        if (fault instanceof FileText.LineTooLong) {
            return refused("Line " + line + " is longer than any line of people can be. Is this a CSV file?");
        }
        throw new UncheckedIOException(fault);
    }

    private static InvalidInputException refused(String why) {
        return new InvalidInputException("file", why);
    }

    public List<String> headings() {
        return headings;
    }

    /** By which the bytes were read, such as "UTF-8". */
    public String encoding() {
        return text.encoding();
    }

    @Override
    public void close() {
        text.close();
    }
}
