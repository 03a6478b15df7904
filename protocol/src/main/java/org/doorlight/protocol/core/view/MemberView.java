package org.doorlight.protocol.core.view;

import java.util.List;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.MemberId;

/**
 * A member of a circle.
 *
 * @param name the name on its card; a few digits of the id until the card has arrived
 */
public record MemberView(MemberId id, String name, String role, List<DeviceId> devices) implements View {
    public MemberView {
        devices = List.copyOf(devices);
    }
}
