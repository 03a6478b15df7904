package org.doorlight.protocol.hello;

/** A hello given at this box that its scheduled attestation will carry. Kept by the own box alone. */
public record Touch(Picture picture, long at) {}
