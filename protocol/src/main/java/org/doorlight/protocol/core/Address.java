package org.doorlight.protocol.core;

import java.util.Optional;

/**
 * Where a neighbour's node listens.
 *
 * @param host a host name or an IP address, without brackets
 * @param port 1 to 65,535, or 0 for "any free port" when listening
 */
public record Address(String host, int port) implements Comparable<Address> {
    private static final int PORT_MAX = 65_535;

    public Address {
        if (host.isEmpty() || port < 0 || port > PORT_MAX) {
            throw new IllegalArgumentException("not an address: " + host + ":" + port);
        }
    }

    /** Reads {@code HOST:PORT} or {@code [IPV6]:PORT}; empty if the text is neither. */
    public static Optional<Address> parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon <= 0 || !text.substring(colon + 1).matches("\\d{1,5}")) {
            return Optional.empty();
        }
        String host = unbracketed(text.substring(0, colon));
        int port = Integer.parseInt(text.substring(colon + 1));
        return host.isEmpty() || port > PORT_MAX ? Optional.empty() : Optional.of(new Address(host, port));
    }

    private static String unbracketed(String host) {
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        if (bracketed) {
            return host.substring(1, host.length() - 1);
        }
        return host.indexOf(':') >= 0 ? "" : host;
    }

    @Override
    public int compareTo(Address other) {
        int byHost = host.compareTo(other.host);
        return byHost != 0 ? byHost : Integer.compare(port, other.port);
    }

    @Override
    public String toString() {
        return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
    }
}
