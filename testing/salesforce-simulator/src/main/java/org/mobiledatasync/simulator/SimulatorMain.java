package org.mobiledatasync.simulator;

/** Runs a simulator as a process of its own until it is told to stop. */
public final class SimulatorMain {

    private SimulatorMain() {}

    /**
     * Serves until SIGTERM or SIGINT; one line on standard output tells when it is ready and where.
     *
     * @param arguments see {@link SimulatorOptions#of}
     */
    public static void main(String... arguments) {
        SalesforceSimulator simulator = SalesforceSimulator.start(SimulatorOptions.of(arguments));
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
        System.out.println("SIMULATOR READY " + simulator.url() + " export=" + simulator.exportUrl());
    }
}
