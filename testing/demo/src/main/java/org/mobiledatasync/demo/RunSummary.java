package org.mobiledatasync.demo;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.Locale;

/** A run as a few lines of text. */
final class RunSummary {

    private RunSummary() {}

    static boolean isGood(JsonObject run) {
        return "COMPLETED".equals(run.getString("state"))
                && run.getJsonNumber("balance").longValue() == 0;
    }

    static void print(String title, JsonObject run) {
        System.out.printf("%n%s: %s%n", title, run.getString("state"));
        line("Records seen", run.getJsonNumber("seen"));
        run.getJsonObject("outcomes").forEach((outcome, count) -> line(words(outcome), (JsonNumber) count));
        line("Balance", run.getJsonNumber("balance"));
        line("API calls", run.getJsonNumber("apiCalls"));
        if (run.containsKey("message")) {
            System.out.println("  " + run.getString("message"));
        }
    }

    private static void line(String name, JsonNumber value) {
        System.out.printf("  %-28s %7d%n", name, value.longValue());
    }

    private static String words(String outcome) {
        String lower = outcome.toLowerCase(Locale.ROOT).replace('_', ' ').replace("crm", "CRM");
        return "  " + Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
