package org.doorlight.protocol.fuzz;

import java.util.List;

/**
 * Something that takes bytes from strangers. {@code -Pfuzz} drives it with a fuzzer that watches which code they reach; the normal build
 * with its seeds, a few seeded mutants, and every input that ever broke it.
 */
public interface FuzzTarget {
    /** Takes any bytes. Throws only if something is wrong with the code. */
    void run(byte[] input);

    /** Good inputs to begin with. */
    List<byte[]> seeds();
}
