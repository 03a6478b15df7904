package org.doorlight.node.net;

import io.netty.handler.ssl.SslHandler;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;

/**
 * Makes this node's end of a channel: mutual TLS 1.3, a certificate of its own, nothing remembered from an earlier channel
 * (PROTOCOL §7.1).
 *
 * <p>Every end has its own {@link SSLContext} and no peer host or port, because a resumed channel would have no certificates.
 */
final class TlsEnds {
    private static final String[] PROTOCOLS = {"TLSv1.3"};

    /**
     * ChaCha20 first: AES-GCM is fast in Java only where the processor knows AES and C2 compiles, and a small machine has neither
     * (measured with C1 only: 45 against 10 MiB/s).
     */
    private static final String[] SUITES = {"TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_GCM_SHA256"};

    /** Beyond seven days JDK 17 sends no session ticket (RFC 8446 §4.6.1); without it every caller would get one for nothing. */
    private static final int NO_TICKET_SECONDS = 8 * 24 * 60 * 60;

    private final CertificatePool certificates;
    private final NetLimits.Times times;

    TlsEnds(CertificatePool certificates, NetLimits.Times times) {
        this.certificates = certificates;
        this.times = times;
    }

    TlsEnd accepting() {
        return end(false);
    }

    TlsEnd dialling() {
        return end(true);
    }

    private TlsEnd end(boolean dialling) {
        OwnCertificate shown = new OwnCertificate(certificates::take);
        SslHandler handler = new SslHandler(engine(shown, dialling));
        handler.setHandshakeTimeoutMillis(times.handshakeMillis());
        handler.setCloseNotifyFlushTimeoutMillis(times.lingerMillis());
        return new TlsEnd(handler, shown, dialling);
    }

    private static SSLEngine engine(OwnCertificate shown, boolean dialling) {
        SSLEngine engine = context(shown).createSSLEngine();
        engine.setUseClientMode(dialling);
        engine.setEnabledProtocols(PROTOCOLS);
        engine.setEnabledCipherSuites(SUITES);
        engine.setNeedClientAuth(!dialling);
        return engine;
    }

    private static SSLContext context(OwnCertificate shown) {
        try {
            SSLContext context = SSLContext.getInstance(PROTOCOLS[0]);
            context.init(new KeyManager[] {shown}, new TrustManager[] {new AnyOneCertificate()}, null);
            context.getServerSessionContext().setSessionTimeout(NO_TICKET_SECONDS);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS 1.3", e);
        }
    }
}
