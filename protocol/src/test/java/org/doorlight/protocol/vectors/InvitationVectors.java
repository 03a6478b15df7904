package org.doorlight.protocol.vectors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.doorlight.protocol.charter.Invitations;
import org.doorlight.protocol.crypto.InviteCode;
import org.doorlight.protocol.crypto.InviteKeys;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.crypto.Stretch;
import org.doorlight.protocol.crypto.StretchCost;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.replica.Identity;
import org.doorlight.protocol.sync.Channel;
import org.doorlight.protocol.sync.ProofVectors;

/** Codes, what is derived from them, and what newcomer and host prove with them (PROTOCOL §3, §7.1). */
final class InvitationVectors {
    private final SeededEntropy entropy = new SeededEntropy(4);

    private InvitationVectors() {}

    static ObjectNode make() {
        return new InvitationVectors().sheet();
    }

    private ObjectNode sheet() {
        CircleId circle = CircleId.of(entropy.bytes(16));
        ObjectNode sheet = Sheet.object().put("about", "PROTOCOL §3 and §7.1: codes, their keys, proofs on a channel");
        sheet.put("circle", Sheet.hex(circle));
        ArrayNode codes = Sheet.list();
        for (byte[] secret : List.of(entropy.bytes(10), new byte[10], entropy.bytes(10))) {
            codes.add(code(secret, circle));
        }
        sheet.set("codes", codes);
        sheet.set("typed", typed());
        sheet.set("join", join(circle));
        return sheet;
    }

    private static ObjectNode code(byte[] secret, CircleId circle) {
        InviteCode code = InviteCode.of(secret);
        InviteKeys keys = InviteKeys.derive(code, StretchCost.CODE);
        return Sheet.object()
                .put("random", Sheet.hex(secret))
                .put("text", code.text())
                .put("stretched", Sheet.hex(Stretch.stretch(secret, Label.CODE_STRETCH.bytes(), StretchCost.CODE, 32)))
                .put("oneTimeKey", Sheet.hex(keys.oneTimeKey().publicKey()))
                .put("tagKey", Sheet.hex(keys.tagKey()))
                .put("tag", Sheet.hex(keys.tag(circle.toBytes())))
                .put("hint", Sheet.hex(keys.hint()));
    }

    /** What people type: read as the code of these bytes, or not at all. */
    private ObjectNode typed() {
        byte[] secret = entropy.bytes(10);
        String text = InviteCode.of(secret).text();
        ArrayNode read = Sheet.list();
        List.of(
                        text,
                        text.replace("-", ""),
                        text.toLowerCase(Locale.ROOT),
                        "  " + text.replace("-", " – ") + " ",
                        text.replace('0', 'O').replace('1', 'l'))
                .forEach(read::add);
        ArrayNode unread = Sheet.list();
        unread.add(unread("a check character changed", text.substring(0, 21) + (text.charAt(21) == 'Z' ? 'Y' : 'Z')));
        unread.add(unread("two characters swapped", swapped(text)));
        unread.add(unread("a character missing", text.substring(0, 21)));
        unread.add(unread("a character too many", text + "0"));
        unread.add(unread("a letter that never occurs", "U" + text.substring(1)));
        unread.add(unread("another sign", text.replace('-', '_')));
        unread.add(unread("nothing", ""));
        unread.add(unread("more than 64 characters", " ".repeat(64) + text));
        ObjectNode typed = Sheet.object().put("random", Sheet.hex(secret));
        typed.set("read", read);
        typed.set("unread", unread);
        return typed;
    }

    private static String swapped(String text) {
        int at = 0;
        while (text.charAt(at) == text.charAt(at + 1) || text.charAt(at + 1) == '-') {
            at++;
        }
        return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
    }

    private static ObjectNode unread(String name, String text) {
        String reason = InviteCode.parse(text).either(code -> "", why -> why);
        return Sheet.object().put("name", name).put("text", text).put("reason", reason);
    }

    private ObjectNode join(CircleId circle) {
        Bytes32 dialerHash = Bytes32.of(entropy.bytes(32));
        Bytes32 listenerHash = Bytes32.of(entropy.bytes(32));
        Channel channel = Channel.of(true, dialerHash, listenerHash);
        InviteCode code = InviteCode.of(entropy.bytes(10));
        InviteKeys keys = InviteKeys.derive(code, StretchCost.CODE);
        Identity newcomer = Identity.fresh(entropy);
        Identity host = Identity.fresh(entropy);
        StatementId invite = StatementId.of(entropy.bytes(32));
        ObjectNode join = Sheet.object()
                .put("dialerCertificateHash", Sheet.hex(dialerHash.toBytes()))
                .put("listenerCertificateHash", Sheet.hex(listenerHash.toBytes()))
                .put("binding", Sheet.hex(channel.binding().toBytes()))
                .put("code", code.text());
        join.set("newcomer", Sheet.device(newcomer));
        join.set("host", Sheet.device(host));
        return join.put("invite", Sheet.hex(invite))
                .put(
                        "proof",
                        Sheet.hex(Invitations.prove(keys.oneTimeKey(), circle, newcomer.keys(), channel.binding())))
                .put("offer", Sheet.hex(ProofVectors.offer(host, circle, invite, channel)));
    }
}
