package org.mobiledatasync.simulator.call;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A fault that was ordered: it strikes the calls it is aimed at as many times as ordered. */
public final class Fault {

    private static final int ALWAYS = -1;
    private static final String ANY = "any";

    private final FaultKind kind;
    private final String on;
    private final JsonObject order;
    private final CountDownLatch released = new CountDownLatch(1);
    private int left;

    private Fault(FaultKind kind, String on, int times, JsonObject order) {
        this.kind = kind;
        this.on = on;
        this.left = times;
        this.order = order;
    }

    /** Reads an order: {@code {"kind", "on" (default any), "times" (default always), parameters of the kind}}. */
    public static Fault ordered(JsonObject order) {
        String label = order.getString("kind", "");
        FaultKind kind = FaultKind.named(label)
                .orElseThrow(() -> new IllegalArgumentException("unknown kind of fault: " + label));
        String on = order.getString("on", ANY);
        if (!on.equals(ANY)
                && Arrays.stream(CallKind.values())
                        .noneMatch(call -> call.label().equals(on))) {
            throw new IllegalArgumentException("unknown kind of call: " + on);
        }
        return new Fault(kind, on, order.getInt("times", ALWAYS), order);
    }

    public FaultKind kind() {
        return kind;
    }

    public Optional<String> text(String parameter) {
        return Optional.ofNullable(order.getString(parameter, null));
    }

    public int number(String parameter, int otherwise) {
        return order.getInt(parameter, otherwise);
    }

    public boolean flag(String parameter) {
        return order.getBoolean(parameter, false);
    }

    public Duration duration() {
        return Duration.ofMillis(number("ms", 0));
    }

    boolean lists(String parameter, int number) {
        return order.containsKey(parameter)
                && order.getJsonArray(parameter).stream().anyMatch(value -> value.equals(Json.createValue(number)));
    }

    boolean has(String parameter) {
        return order.containsKey(parameter);
    }

    boolean isAimedAt(CallKind call) {
        return kind.stage().concerns(call) && (on.equals(ANY) || on.equals(call.label()));
    }

    /** Strikes once, if any strike is left. */
    synchronized boolean strike() {
        if (left == 0) {
            return false;
        }
        if (left != ALWAYS) {
            left--;
        }
        return true;
    }

    /** Waits until {@link #release} or for that long at most. */
    void await(Duration longest) throws InterruptedException {
        released.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    void release() {
        released.countDown();
    }

    /** The order, with the strikes that are left. */
    public synchronized JsonObject toJson() {
        var json = Json.createObjectBuilder(order);
        for (String name : new String[] {"kind", "on", "times"}) {
            json.remove(name);
        }
        JsonString label = Json.createValue(kind.label());
        return json.add("kind", label).add("on", on).add("times", left).build();
    }
}
