package org.doorlight.node.net;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows the one certificate of this connection, whatever the other end would prefer. It is fetched only when TLS asks for it: a caller
 * who says nothing, or garbage, costs no certificate.
 */
final class OwnCertificate extends X509ExtendedKeyManager {
    private static final String ALIAS = "throw-away";
    private static final String KEY_TYPE = "EC";

    private final Supplier<ThrowAwayCertificate> fresh;
    private @Nullable ThrowAwayCertificate own;

    /** @param fresh asked once, for a certificate that nobody else has */
    OwnCertificate(Supplier<ThrowAwayCertificate> fresh) {
        this.fresh = fresh;
    }

    /** The same at every call. */
    ThrowAwayCertificate get() {
        if (own == null) {
            own = fresh.get();
        }
        return own;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return List.of(keyTypes).contains(KEY_TYPE) ? ALIAS : null;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return keyType.equals(KEY_TYPE) ? ALIAS : null;
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, SSLEngine engine) {
        return chooseClientAlias(keyTypes, issuers, null);
    }

    @Override
    public @Nullable String chooseEngineServerAlias(String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
        return chooseServerAlias(keyType, issuers, null);
    }

    @Override
    public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return new String[] {ALIAS};
    }

    @Override
    public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return new String[] {ALIAS};
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return new X509Certificate[] {get().certificate()};
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return get().key();
    }
}
