/** Invented people, with everything that makes real contact data hard. */
package org.mobiledatasync.simulator.sample;
