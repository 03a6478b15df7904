package org.doorlight.protocol.core.view;

/**
 * An invitation, shown once.
 *
 * @param code the typed code
 * @param qr text to put into a QR code
 * @param expiresAt ISO date-time with offset; advisory
 */
public record InviteView(String code, String qr, String expiresAt) implements View {}
