package org.doorlight.protocol.core.view;

import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * A device gave two answers in a document or in the charter, and the proof is here (PROTOCOL §6). Most often its home was put back from an old copy or runs
 * twice; shown to stewards, who can ask.
 *
 * @param document the document; null if it signed two statements of the charter under one number
 * @param number in a document the change from which nothing of the device counts there, on any node; in the charter the statement's number
 */
public record ContradictionView(
        CircleId circle,
        MemberId member,
        DeviceId device,
        @Nullable DocumentId document,
        long number) {}
