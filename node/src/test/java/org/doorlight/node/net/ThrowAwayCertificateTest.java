package org.doorlight.node.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.doorlight.protocol.id.Bytes32;
import org.junit.jupiter.api.Test;

/** A certificate that says nothing about its owner, and the check that wants nothing else. */
class ThrowAwayCertificateTest {
    private final AnyOneCertificate check = new AnyOneCertificate();

    @Test
    void two_of_them_share_all_but_key_and_number() {
        X509Certificate one = ThrowAwayCertificate.make().certificate();
        X509Certificate other = ThrowAwayCertificate.make().certificate();

        assertThat(one.getSubjectX500Principal()).isEqualTo(other.getSubjectX500Principal());
        assertThat(one.getNotBefore()).isEqualTo(other.getNotBefore()).isEqualTo(Date.from(Instant.EPOCH));
        assertThat(one.getNotAfter()).isEqualTo(other.getNotAfter());
        assertThat(one.getPublicKey()).isNotEqualTo(other.getPublicKey());
        assertThat(one.getSerialNumber()).isNotEqualTo(other.getSerialNumber());
    }

    @Test
    void its_hash_is_that_of_its_bytes() throws Exception {
        ThrowAwayCertificate made = ThrowAwayCertificate.make();

        byte[] expected =
                MessageDigest.getInstance("SHA-256").digest(made.certificate().getEncoded());

        assertThat(made.hash()).isEqualTo(Bytes32.of(expected));
    }

    @Test
    void one_certificate_is_taken_whatever_its_dates() throws Exception {
        X509Certificate expired = selfSigned("EC", "secp256r1", "SHA256withECDSA");

        assertThatCode(() -> check.checkClientTrusted(chain(expired), "EC")).doesNotThrowAnyException();
    }

    @Test
    void two_certificates_or_none_are_refused() throws Exception {
        X509Certificate one = ThrowAwayCertificate.make().certificate();

        assertThatThrownBy(() -> check.checkClientTrusted(chain(one, one), "EC"))
                .isInstanceOf(CertificateException.class);
        assertThatThrownBy(() -> check.checkServerTrusted(chain(), "EC")).isInstanceOf(CertificateException.class);
    }

    @Test
    void other_keys_are_refused() throws Exception {
        X509Certificate otherCurve = selfSigned("EC", "secp384r1", "SHA256withECDSA");
        X509Certificate otherKind = selfSigned("Ed25519", null, "Ed25519");

        assertThatThrownBy(() -> check.checkClientTrusted(chain(otherCurve), "EC"))
                .isInstanceOf(CertificateException.class);
        assertThatThrownBy(() -> check.checkClientTrusted(chain(otherKind), "EdDSA"))
                .isInstanceOf(CertificateException.class);
    }

    private static X509Certificate[] chain(X509Certificate... certificates) {
        return certificates;
    }

    private static X509Certificate selfSigned(String kind, String curve, String signature) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        if (curve != null) {
            generator.initialize(new ECGenParameterSpec(curve));
        }
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=somebody");
        Date longAgo = Date.from(Instant.EPOCH);
        var builder = new JcaX509v3CertificateBuilder(name, BigInteger.ONE, longAgo, longAgo, name, pair.getPublic());
        var signer = new JcaContentSignerBuilder(signature).build(pair.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }
}
