package org.doorlight.protocol.core.view;

import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;

/**
 * A device gave two answers in a document, and the proof is here (PROTOCOL §6). Most often its home was put back from an old copy or runs
 * twice; shown to stewards, who can ask.
 *
 * @param number the change from which nothing of the device counts in the document, on any node
 */
public record ContradictionView(CircleId circle, MemberId member, DeviceId device, DocumentId document, long number) {}
