package org.doorlight.node.net;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.doorlight.protocol.id.Bytes32;

/**
 * A P-256 key and its self-signed certificate, used for one connection and then forgotten. It says nothing about its owner:
 * subject and dates are the same for everybody. Who is at the other end is proved inside the channel (PROTOCOL §7.2).
 *
 * @param hash SHA-256 of the certificate's DER bytes
 */
record ThrowAwayCertificate(PrivateKey key, X509Certificate certificate, Bytes32 hash) {
    private static final X500Name EVERYBODY = new X500Name("CN=doorlight");

    // Far to both sides, because a small machine starts in 1970 and nobody checks dates here anyway.
    private static final Date FROM = Date.from(Instant.parse("1970-01-01T00:00:00Z"));
    private static final Date UNTIL = Date.from(Instant.parse("2100-01-01T00:00:00Z"));

    /** Bits of the random serial number; RFC 5280 §4.1.2.2 allows up to 20 bytes. */
    private static final int SERIAL_BITS = 127;

    /** Makes a new one: about a millisecond once the JVM is warm. */
    static ThrowAwayCertificate make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            X509Certificate certificate = selfSigned(pair);
            return new ThrowAwayCertificate(pair.getPrivate(), certificate, hash(certificate));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("this Java has no P-256 certificates", e);
        }
    }

    /** SHA-256 of a certificate's DER bytes. */
    static Bytes32 hash(X509Certificate certificate) throws GeneralSecurityException {
        return Bytes32.of(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    }

    private static X509Certificate selfSigned(KeyPair pair) throws GeneralSecurityException, OperatorCreationException {
        BigInteger serial = new BigInteger(SERIAL_BITS, Randomness.SECURE).setBit(SERIAL_BITS);
        var builder = new JcaX509v3CertificateBuilder(EVERYBODY, serial, FROM, UNTIL, EVERYBODY, pair.getPublic());
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    /** One source for all serial numbers: opening a new one costs more than a number. */
    private static final class Randomness {
        static final SecureRandom SECURE = new SecureRandom();
    }
}
