package org.doorlight.node.net;

import io.netty.handler.ssl.SslHandler;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.doorlight.protocol.id.Bytes32;

/**
 * This node's end of one channel.
 *
 * @param shown the certificate of this side
 * @param dialling whether this end is the TLS client
 */
record TlsEnd(SslHandler handler, OwnCertificate shown, boolean dialling) {
    /** SHA-256 of the dialling side's certificate; only once the handshake is through. */
    Bytes32 dialerCertificate() {
        return dialling ? own() : remote();
    }

    /** SHA-256 of the listening side's certificate; only once the handshake is through. */
    Bytes32 listenerCertificate() {
        return dialling ? remote() : own();
    }

    private Bytes32 own() {
        return shown.get().hash();
    }

    private Bytes32 remote() {
        try {
            var chain = handler.engine().getSession().getPeerCertificates();
            return ThrowAwayCertificate.hash((X509Certificate) chain[0]);
        } catch (SSLPeerUnverifiedException e) {
            throw new IllegalStateException("a channel stands without the other end's certificate", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that TLS took cannot be hashed", e);
        }
    }
}
