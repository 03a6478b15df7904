package org.doorlight.protocol.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.crypto.InviteCode;
import org.doorlight.protocol.vectors.Sheet;

/** Whatever somebody types where a code is asked for. */
public final class InviteCodeTarget implements FuzzTarget {
    @Override
    public void run(byte[] input) {
        look(new String(input, StandardCharsets.UTF_8));
        look(new String(input, StandardCharsets.UTF_16BE));
    }

    private static void look(String typed) {
        Optional<InviteCode> read = InviteCode.parse(typed).either(Optional::of, reason -> {
            if (reason.isBlank() || reason.length() > 100) {
                throw new AssertionError("no plain reason");
            }
            return Optional.empty();
        });
        read.ifPresent(code -> {
            if (!InviteCode.parse(code.text()).either(code::equals, reason -> false)) {
                throw new AssertionError("a code that is not read again");
            }
        });
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        var sheet = Sheet.read("invitation");
        sheet.get("typed").get("read").forEach(one -> seeds.add(one.asText().getBytes(StandardCharsets.UTF_8)));
        sheet.get("typed")
                .get("unread")
                .forEach(one -> seeds.add(Sheet.text(one, "text").getBytes(StandardCharsets.UTF_8)));
        return seeds;
    }
}
