package org.doorlight.protocol.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Sentences about verdicts, for tests. */
final class Verdicts {
    private Verdicts() {}

    static ChangeSummary accepted(byte[] chunk) {
        return summary(ChangeValidator.validate(chunk));
    }

    static ChangeSummary summary(ChangeVerdict verdict) {
        assertThat(verdict).isInstanceOf(ChangeVerdict.Acceptable.class);
        return ((ChangeVerdict.Acceptable) verdict).summary();
    }

    static List<ChangeSummary> allAccepted(byte[] chunks) {
        return ChangeValidator.validateAll(chunks).stream()
                .map(Verdicts::summary)
                .toList();
    }

    static void refused(byte[] chunk, Reason reason) {
        assertThat(reason(ChangeValidator.validate(chunk))).isEqualTo(reason);
    }

    static Reason reason(ChangeVerdict verdict) {
        assertThat(verdict).isInstanceOf(ChangeVerdict.Refused.class);
        return ((ChangeVerdict.Refused) verdict).reason();
    }
}
