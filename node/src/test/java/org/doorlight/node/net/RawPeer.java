package org.doorlight.node.net;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.doorlight.protocol.core.Address;

/** A caller that speaks TLS but not necessarily as a neighbour would; blocking sockets, nothing of Netty. */
final class RawPeer implements AutoCloseable {
    private final SSLSocket socket;
    private final DataOutputStream out;
    private final DataInputStream in;

    private RawPeer(SSLSocket socket) throws IOException {
        this.socket = socket;
        out = new DataOutputStream(socket.getOutputStream());
        in = new DataInputStream(socket.getInputStream());
    }

    /** With a proper throw-away certificate. */
    static RawPeer call(Address address) throws IOException {
        return call(address, "TLSv1.3", new OwnCertificate(ThrowAwayCertificate::make));
    }

    /** With whatever it likes; throws if the other end refuses during the handshake. */
    static RawPeer call(Address address, String protocol, KeyManager... keys) throws IOException {
        SSLSocket socket = (SSLSocket)
                context(keys).getSocketFactory().createSocket(InetAddress.getByName(address.host()), address.port());
        socket.setEnabledProtocols(new String[] {protocol});
        socket.startHandshake();
        return new RawPeer(socket);
    }

    /** Plain TCP, no TLS at all. */
    static Socket plain(Address address) throws IOException {
        return new Socket(InetAddress.getByName(address.host()), address.port());
    }

    /** True once the other end has ended this connection, by whatever means. */
    static boolean isOver(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return true;
        }
    }

    void frame(byte[] frame) throws IOException {
        length(frame.length);
        out.write(frame);
    }

    /** Only announces a frame. */
    void length(int bytes) throws IOException {
        out.writeInt(bytes);
    }

    byte[] read() throws IOException {
        byte[] frame = new byte[in.readInt()];
        in.readFully(frame);
        return frame;
    }

    boolean isOver() {
        return isOver(socket);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static SSLContext context(KeyManager... keys) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, new TrustManager[] {new AnyOneCertificate()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
