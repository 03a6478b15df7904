package org.doorlight.protocol.id;

/** What every id can do: show itself as lower-case hexadecimal and hand out its bytes. */
public interface Identifier {
    /** Digits of the short form people read; long enough to be unambiguous in a street. */
    int SHORT_DIGITS = 8;

    /** The id as lower-case hexadecimal, two digits a byte. */
    String hex();

    /** A fresh array with the id's bytes. */
    byte[] toBytes();

    /** The first {@value #SHORT_DIGITS} hexadecimal digits, for people and logs. */
    default String brief() {
        return hex().substring(0, SHORT_DIGITS);
    }
}
