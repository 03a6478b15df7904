package org.doorlight.cli.client;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the node tells as it happens (Server-Sent Events). Owned by one reader. */
public final class EventStream implements Closeable {
    private final HttpConnection connection;
    private final BufferedReader lines;

    EventStream(HttpConnection connection, InputStream body) {
        this.connection = connection;
        this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /**
     * Waits for the next event.
     *
     * @return null when the node has ended the stream
     * @throws IOException if the connection broke, or {@link #close} was called meanwhile
     */
    public @Nullable JsonObject next() throws IOException {
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("data:")) {
                data.append(data.isEmpty() ? "" : "\n").append(withoutLeadingSpace(line.substring(5)));
            } else if (line.isEmpty() && !data.isEmpty()) {
                if (Json.read(data.toString()) instanceof JsonObject event) {
                    return event;
                }
                data.setLength(0);
            }
        }
        return null;
    }

    private static String withoutLeadingSpace(String value) {
        return value.startsWith(" ") ? value.substring(1) : value;
    }

    @Override
    public void close() {
        connection.close();
    }
}
