/**
 * The real engine in a plain JVM, against the simulator, with a clock that is moved by hand.
 *
 * <p>{@link org.mobiledatasync.engine.Container} gives the engine's beans what they need of an EJB container, and
 * {@link org.mobiledatasync.engine.Life} ends a server at any edge of a transaction. On that stand
 * {@link org.mobiledatasync.engine.HistoriesTest}, which invents histories of both systems and holds every step against
 * {@link org.mobiledatasync.engine.Promises} and their end against {@link org.mobiledatasync.engine.Agreement}, and tests
 * that need a certain moment: what takes a server minutes takes them milliseconds.
 */
package org.mobiledatasync.engine;
