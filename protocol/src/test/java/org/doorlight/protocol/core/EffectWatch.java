package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.wire.Frames;
import org.doorlight.protocol.wire.message.SessionMessage;

/** Looks at every effect a node ever wants: what it says, it has written down before (style §6). Keeps a transcript of them all. */
final class EffectWatch {
    private final SortedSet<String> written = new TreeSet<>();
    private final List<String> transcript = new ArrayList<>();

    void watch(List<Effect> effects) {
        boolean answered = false;
        for (Effect effect : effects) {
            transcript.add(line(effect));
            assertThat(answered && effect instanceof Effect.Save)
                    .as("something is written after the answer that says it is done")
                    .isFalse();
            answered |= effect instanceof Effect.Answer answer && answer.reply() instanceof Reply.Done;
            if (effect instanceof Effect.SaveRecord save) {
                written.add(hash(save.value()));
            } else if (effect instanceof Effect.SaveEnvelope save) {
                written.add(hash(save.bytes()));
            } else if (effect instanceof Effect.Send send) {
                said(Frames.decode(send.frame()).orElseThrow()).forEach(this::assertWritten);
            }
        }
    }

    private void assertWritten(ByteString said) {
        assertThat(written).as("what is said was written down before").contains(hash(said.toByteArray()));
    }

    /** Everything in a message that another node may come to depend on. */
    private static List<ByteString> said(SessionMessage message) {
        List<ByteString> said = new ArrayList<>();
        said.addAll(message.getStatements().getStatementsList());
        said.addAll(message.getGrants().getGrantsList());
        said.addAll(message.getEnvelopes().getEnvelopesList());
        said.addAll(message.getJoinOffer().getStatementsList());
        said.addAll(message.getJoinWelcome().getStatementsList());
        said.addAll(message.getJoinWelcome().getGrantsList());
        return said;
    }

    /** All effects so far, one line each; equal for equal effects. */
    List<String> transcript() {
        return List.copyOf(transcript);
    }

    private static String line(Effect effect) {
        if (effect instanceof Effect.SaveRecord save) {
            return "save " + save.shelf() + " " + hash(save.key()) + " " + hash(save.value());
        }
        if (effect instanceof Effect.SaveEnvelope save) {
            return "file " + save.document() + " " + hash(save.bytes());
        }
        if (effect instanceof Effect.Send send) {
            return "send " + send.session() + " " + hash(send.frame());
        }
        if (effect instanceof Effect.DeleteRecord delete) {
            return "delete " + delete.shelf() + " " + hash(delete.key());
        }
        if (effect instanceof Effect.Try attempt) {
            return "try " + attempt.document() + " "
                    + attempt.changes().stream().map(EffectWatch::hash).toList();
        }
        return effect.toString();
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Digest.sha256(bytes), 0, 16);
    }
}
