package org.mobiledatasync.simulator.soql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mobiledatasync.simulator.http.ApiError;

/** Cuts a query into its words. */
final class SoqlLexer {

    private static final Pattern TOKEN = Pattern.compile(
            "(?<space>\\s+)"
                    + "|(?<datetime>\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:?\\d\\d))?)"
                    + "|(?<number>-?\\d+(\\.\\d+)?)"
                    + "|(?<name>[A-Za-z][A-Za-z0-9_.]*)"
                    + "|(?<text>'(\\\\.|[^'\\\\])*')"
                    + "|(?<symbol>!=|<>|<=|>=|=|<|>|\\(|\\)|,|:)",
            Pattern.DOTALL);

    private final String query;

    SoqlLexer(String query) {
        this.query = query;
    }

    List<SoqlToken> tokens() {
        List<SoqlToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(query);
        int at = 0;
        while (at < query.length()) {
            if (!matcher.region(at, query.length()).lookingAt()) {
                throw ApiError.badRequest("MALFORMED_QUERY", "unexpected token: '" + query.charAt(at) + "'");
            }
            if (matcher.group("space") == null) {
                tokens.add(token(matcher));
            }
            at = matcher.end();
        }
        tokens.add(new SoqlToken(SoqlToken.Kind.END, "", at));
        return tokens;
    }

    private static SoqlToken token(Matcher matcher) {
        int at = matcher.start();
        if (matcher.group("datetime") != null) {
            return new SoqlToken(SoqlToken.Kind.DATE_TIME, matcher.group(), at);
        }
        if (matcher.group("number") != null) {
            return new SoqlToken(SoqlToken.Kind.NUMBER, matcher.group(), at);
        }
        if (matcher.group("name") != null) {
            return new SoqlToken(SoqlToken.Kind.NAME, matcher.group(), at);
        }
        if (matcher.group("text") != null) {
            return new SoqlToken(SoqlToken.Kind.TEXT, unquoted(matcher.group()), at);
        }
        return new SoqlToken(SoqlToken.Kind.SYMBOL, matcher.group(), at);
    }

    private static String unquoted(String literal) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < literal.length() - 1; i++) {
            char c = literal.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escaped = literal.charAt(++i);
            switch (escaped) {
                case 'n', 'N' -> text.append('\n');
                case 'r', 'R' -> text.append('\r');
                case 't', 'T' -> text.append('\t');
                case 'b', 'B' -> text.append('\b');
                case 'f', 'F' -> text.append('\f');
                case '\'', '"', '\\' -> text.append(escaped);
                case '%' -> text.append(LikePattern.PLAIN_PERCENT);
                case '_' -> text.append(LikePattern.PLAIN_UNDERSCORE);
                default ->
                    throw ApiError.badRequest(
                            "MALFORMED_QUERY", "Illegal escape sequence '\\" + escaped + "' in string literal");
            }
        }
        return text.toString();
    }
}
