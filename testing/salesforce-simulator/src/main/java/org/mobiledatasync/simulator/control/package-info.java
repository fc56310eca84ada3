/**
 * The back door: what tests and the demo do to the organisation and ask of it, as JSON over HTTP. Orders that make no
 * sense are answered 400 with the reason, and change nothing. The README of the module lists them all.
 */
package org.mobiledatasync.simulator.control;
