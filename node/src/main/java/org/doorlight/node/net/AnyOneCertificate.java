package org.doorlight.node.net;

import java.net.Socket;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Accepts exactly one certificate with a P-256 key, whoever made it and whatever its dates: TLS only has to show that the other end
 * holds the key, and the core binds its proofs to the certificate's hash (PROTOCOL §7.1, §7.2).
 *
 * <p>It has to be the extended kind: around a plain {@code X509TrustManager} the JDK puts checks of its own.
 */
final class AnyOneCertificate extends X509ExtendedTrustManager {
    private static final ECParameterSpec P256 = p256();

    private static void check(X509Certificate[] chain) throws CertificateException {
        if (chain.length != 1 || !isP256(chain[0].getPublicKey())) {
            throw new CertificateException("one certificate with a P-256 key expected");
        }
    }

    private static boolean isP256(PublicKey key) {
        return key instanceof ECPublicKey point
                && point.getParams().getCurve().equals(P256.getCurve())
                && point.getParams().getGenerator().equals(P256.getGenerator());
    }

    private static ECParameterSpec p256() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no P-256", e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    /** Nobody: the list would be sent to every caller. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
