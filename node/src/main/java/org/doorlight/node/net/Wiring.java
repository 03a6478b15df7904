package org.doorlight.node.net;

import java.util.function.Consumer;
import org.doorlight.protocol.core.Input;

/** What every channel needs from the network it belongs to. */
record Wiring(Consumer<Input> inbox, NetLimits limits, Tally tally, TlsEnds tls, Sessions sessions) {}
