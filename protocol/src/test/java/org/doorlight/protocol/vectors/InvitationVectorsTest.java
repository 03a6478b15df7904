package org.doorlight.protocol.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.charter.Declaration;
import org.doorlight.protocol.charter.Invitations;
import org.doorlight.protocol.charter.Role;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.Hkdf;
import org.doorlight.protocol.crypto.Hmac;
import org.doorlight.protocol.crypto.InviteCode;
import org.doorlight.protocol.crypto.InviteKeys;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.crypto.SigningKey;
import org.doorlight.protocol.crypto.StretchCost;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.replica.Identity;
import org.doorlight.protocol.sync.Channel;
import org.doorlight.protocol.sync.ProofVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InvitationVectorsTest {
    private static final JsonNode SHEET = Sheet.read("invitation");
    private static final CircleId CIRCLE = CircleId.of(Sheet.bytes(SHEET, "circle"));

    private final JsonNode join = SHEET.get("join");
    private final Identity newcomer = Sheet.identity(join.get("newcomer"));
    private final Identity host = Sheet.identity(join.get("host"));
    private final StatementId invite = StatementId.of(Sheet.bytes(join, "invite"));
    private final Channel channel = Channel.of(
            true,
            Bytes32.of(Sheet.bytes(join, "dialerCertificateHash")),
            Bytes32.of(Sheet.bytes(join, "listenerCertificateHash")));

    static List<JsonNode> codes() {
        return Sheet.all(SHEET.get("codes"));
    }

    static List<JsonNode> unread() {
        return Sheet.all(SHEET.get("typed").get("unread"));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void ten_bytes_make_a_code_and_the_code_its_keys(JsonNode vector) {
        InviteCode code = InviteCode.of(Sheet.bytes(vector, "random"));
        InviteKeys keys = InviteKeys.derive(code, StretchCost.CODE);

        assertThat(code.text()).isEqualTo(Sheet.text(vector, "text"));
        assertThat(read(Sheet.text(vector, "text"))).contains(code);
        assertThat(keys.oneTimeKey().publicKey()).isEqualTo(Sheet.bytes(vector, "oneTimeKey"));
        assertThat(keys.tagKey()).isEqualTo(Sheet.bytes(vector, "tagKey"));
        assertThat(keys.tag(CIRCLE.toBytes())).isEqualTo(Sheet.bytes(vector, "tag"));
        assertThat(keys.hint()).isEqualTo(Sheet.bytes(vector, "hint"));
    }

    /** As PROTOCOL §3 writes it. */
    @ParameterizedTest
    @MethodSource("codes")
    void the_formulas_alone_lead_there_too(JsonNode vector) {
        byte[] stretched = Sheet.bytes(vector, "stretched");
        byte[] publicKey = new SigningKey(Hkdf.derive(stretched, 32, Label.INVITE_SEED)).publicKey();
        byte[] tagKey = Hkdf.derive(stretched, 32, Label.INVITE_KEY);

        assertThat(publicKey).isEqualTo(Sheet.bytes(vector, "oneTimeKey"));
        assertThat(tagKey).isEqualTo(Sheet.bytes(vector, "tagKey"));
        assertThat(Hmac.sha256(tagKey, Label.INVITE_TAG, CIRCLE.toBytes(), publicKey))
                .isEqualTo(Sheet.bytes(vector, "tag"));
        assertThat(Arrays.copyOf(Digest.hash(Label.INVITE_HINT, publicKey), 8)).isEqualTo(Sheet.bytes(vector, "hint"));
    }

    @Test
    void however_it_is_typed_it_is_the_same_code() {
        InviteCode code = InviteCode.of(Sheet.bytes(SHEET.get("typed"), "random"));

        assertThat(SHEET.get("typed").get("read"))
                .hasSizeGreaterThan(3)
                .allSatisfy(text -> assertThat(read(text.asText())).contains(code));
    }

    @ParameterizedTest
    @MethodSource("unread")
    void what_is_no_code_is_answered_with_the_reason(JsonNode vector) {
        String reason = InviteCode.parse(Sheet.text(vector, "text")).either(code -> "", why -> why);

        assertThat(reason).isNotEmpty().isEqualTo(Sheet.text(vector, "reason"));
    }

    @Test
    void a_newcomer_proves_the_code_on_this_channel_and_on_no_other() {
        InviteCode code = read(Sheet.text(join, "code")).orElseThrow();
        SigningKey oneTime = InviteKeys.derive(code, StretchCost.CODE).oneTimeKey();
        byte[] proof = Sheet.bytes(join, "proof");
        var terms = new Declaration.Invite(Bytes32.of(oneTime.publicKey()), Bytes32.of(new byte[32]), Role.MEMBER, 0);
        Bytes32 binding = channel.binding();
        Bytes32 otherWay = Channel.of(
                        true,
                        Bytes32.of(Sheet.bytes(join, "listenerCertificateHash")),
                        Bytes32.of(Sheet.bytes(join, "dialerCertificateHash")))
                .binding();

        assertThat(Sheet.device(newcomer)).isEqualTo(join.get("newcomer"));
        assertThat(binding.toBytes()).isEqualTo(Sheet.bytes(join, "binding"));
        assertThat(Invitations.prove(oneTime, CIRCLE, newcomer.keys(), binding)).isEqualTo(proof);
        assertThat(Invitations.proves(terms, CIRCLE, admit(binding, proof))).isTrue();
        assertThat(Invitations.proves(terms, CIRCLE, admit(otherWay, proof))).isFalse();
    }

    private Declaration.Admit admit(Bytes32 binding, byte[] proof) {
        return new Declaration.Admit(invite, newcomer.keys(), binding, proof);
    }

    @Test
    void a_host_signs_its_offer_on_this_channel() {
        byte[] offer = Sheet.bytes(join, "offer");

        assertThat(Sheet.device(host)).isEqualTo(join.get("host"));
        assertThat(ProofVectors.offer(host, CIRCLE, invite, channel)).isEqualTo(offer);
        assertThat(ProofVectors.provesOffer(offer, host, CIRCLE, invite, channel))
                .isTrue();
        assertThat(ProofVectors.provesOffer(offer, newcomer, CIRCLE, invite, channel))
                .isFalse();
    }

    private static Optional<InviteCode> read(String text) {
        return InviteCode.parse(text).either(Optional::of, why -> Optional.empty());
    }
}
