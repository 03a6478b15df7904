package org.doorlight.protocol.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.doorlight.protocol.core.inspect.Inspection;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.document.Admission;
import org.doorlight.protocol.document.ChangeLimits;
import org.doorlight.protocol.document.ChangeSummary;
import org.doorlight.protocol.document.ChangeValidator;
import org.doorlight.protocol.document.ChangeVerdict;
import org.doorlight.protocol.document.DocumentOutline;
import org.doorlight.protocol.vectors.Craft;

/**
 * Both doors before native code. The first byte chooses the type of the chunk, the rest is its contents; length and checksum are made to
 * fit, or a fuzzer would see little else.
 */
public final class ChangeTarget implements FuzzTarget {
    private static final byte[] MAGIC = {(byte) 0x85, 0x6f, 0x4a, (byte) 0x83};
    private static final int DOCUMENT = 0;
    private static final int CHANGE = 1;
    private static final int COMPRESSED = 2;
    private static final List<String> STORIES = List.of(
            "maps", "lists", "text-with-marks", "counters", "timestamps", "deletes", "several-actors", "blocks");

    private final List<ChangeSummary> before = acceptable(FuzzTargets.resource("/automerge/several-actors.changes"));

    @Override
    public void run(byte[] input) {
        admitted(input);
    }

    /** The change in an input that both doors let pass, after those it may follow. */
    public Optional<ChangeSummary> admitted(byte[] input) {
        check(Inspection.of(input).detail().endsWith("."), "an explanation ends");
        if (input.length == 0) {
            return Optional.empty();
        }
        byte[] chunk = chunk(Math.floorMod(input[0], 3), Arrays.copyOfRange(input, 1, input.length));
        check(Inspection.of(chunk).detail().endsWith("."), "an explanation ends");
        ChangeVerdict verdict = ChangeValidator.validate(chunk);
        check(verdict.equals(ChangeValidator.validate(chunk)), "one verdict for the same bytes");
        return verdict instanceof ChangeVerdict.Acceptable acceptable
                ? admitted(acceptable.summary())
                : Optional.empty();
    }

    private Optional<ChangeSummary> admitted(ChangeSummary change) {
        var plain = ChangeValidator.validate(change.plain().bytes());
        check(plain.equals(new ChangeVerdict.Acceptable(change)), "what was accepted is accepted when it is plain");
        var outline = new DocumentOutline();
        before.forEach(outline::admit);
        Admission admission = outline.admit(change);
        check(
                !(admission instanceof Admission.Admitted) || outline.admit(change) instanceof Admission.Admitted,
                "twice is once");
        return admission instanceof Admission.Admitted ? Optional.of(change) : Optional.empty();
    }

    /** The changes an input may follow, for who wants to put them into the engine first. */
    public List<ChangeSummary> before() {
        return before;
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (String story : STORIES) {
            for (ChangeSummary change : acceptable(FuzzTargets.resource("/automerge/" + story + ".changes"))) {
                byte[] contents = contents(change.plain().bytes());
                seeds.add(Craft.join(new byte[] {CHANGE}, contents));
                seeds.add(Craft.join(new byte[] {COMPRESSED}, deflated(contents)));
            }
        }
        seeds.add(Craft.join(new byte[] {DOCUMENT}, contents(FuzzTargets.resource("/fuzz-seeds/saved-document"))));
        return seeds;
    }

    private static List<ChangeSummary> acceptable(byte[] file) {
        return ChangeValidator.validateAll(file).stream()
                .map(verdict -> ((ChangeVerdict.Acceptable) verdict).summary())
                .toList();
    }

    private static byte[] chunk(int type, byte[] contents) {
        byte[] plain = type == COMPRESSED ? inflated(contents) : contents;
        byte[] hashed =
                Craft.join(new byte[] {(byte) (type == COMPRESSED ? CHANGE : type)}, number(plain.length), plain);
        byte[] checksum = Arrays.copyOf(Digest.sha256(hashed), 4);
        return Craft.join(MAGIC, checksum, new byte[] {(byte) type}, number(contents.length), contents);
    }

    private static byte[] number(int number) {
        ByteBuffer bytes = ByteBuffer.allocate(5);
        int rest = number;
        while (rest >= 0x80) {
            bytes.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        bytes.put((byte) rest);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static byte[] contents(byte[] chunk) {
        int at = MAGIC.length + 4 + 1;
        while (chunk[at] < 0) {
            at++;
        }
        return Arrays.copyOfRange(chunk, at + 1, chunk.length);
    }

    private static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(plain);
        deflater.finish();
        byte[] bytes = new byte[plain.length + 100];
        int length = deflater.deflate(bytes);
        deflater.end();
        return Arrays.copyOf(bytes, length);
    }

    private static byte[] inflated(byte[] deflated) {
        Inflater inflater = new Inflater(true);
        inflater.setInput(deflated);
        var plain = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        try {
            for (int n = inflater.inflate(part); n > 0 && plain.size() < 2 * ChangeLimits.CHANGE_PLAIN_BYTES_MAX; ) {
                plain.write(part, 0, n);
                n = inflater.inflate(part);
            }
        } catch (DataFormatException damaged) {
            return new byte[0];
        } finally {
            inflater.end();
        }
        return plain.toByteArray();
    }

    private static void check(boolean holds, String claim) {
        if (!holds) {
            throw new AssertionError("does not hold: " + claim);
        }
    }
}
