package dev.photofinish.scenarios.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The server's end of one connection. */
final class RawPeer {

    private final Socket socket;

    RawPeer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
    }

    /** Reads exactly that many bytes. */
    String read(int bytes) throws IOException {
        byte[] read = socket.getInputStream().readNBytes(bytes);
        if (read.length < bytes) {
            throw new EOFException();
        }
        return new String(read, StandardCharsets.UTF_8);
    }

    /** Reads one request, its body included. */
    String readRequest() throws IOException {
        StringBuilder request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            request.append(read(1));
        }
        return request + read(contentLength(request.toString()));
    }

    /** Reads until the client closes. */
    String readToEnd() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static int contentLength(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
    }

    /** How many bytes wait to be read. */
    int available() throws IOException {
        return socket.getInputStream().available();
    }

    void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    void answer(int status, String body) throws IOException {
        write("HTTP/1.1 %d Some Reason\r\nContent-Length: %d\r\n\r\n%s".formatted(status, body.length(), body));
    }

    /** Answers every request 200 with that body, until the client has had enough. */
    void answerAll(String body) throws IOException {
        while (true) {
            readRequest();
            answer(200, body);
        }
    }

    /** Closes with a TCP reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
