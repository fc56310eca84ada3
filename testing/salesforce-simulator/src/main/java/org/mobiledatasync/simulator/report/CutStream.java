package org.mobiledatasync.simulator.report;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Lets so many bytes through and swallows the rest. */
final class CutStream extends FilterOutputStream {

    private final long most;
    private long written;

    CutStream(OutputStream out, long most) {
        super(out);
        this.most = most;
    }

    /** Bytes that went through. */
    long written() {
        return written;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        int through = (int) Math.min(count, most - written);
        out.write(bytes, from, through);
        written += through;
    }
}
