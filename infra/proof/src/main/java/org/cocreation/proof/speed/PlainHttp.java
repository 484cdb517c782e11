package org.cocreation.proof.speed;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * One connection to a server on this machine, kept open: HTTP/1.1 with so little of its own that
 * the server is what is measured. For one thread.
 */
final class PlainHttp implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 30_000;
  private static final int LONGEST_LINE = 8_192;

  private final Socket socket;
  private final InputStream in;
  private final int port;

  PlainHttp(int port) throws IOException {
    this.port = port;
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream(), 16_384);
  }

  /**
   * An answer.
   *
   * @param length of its body, which is not kept
   */
  record Reply(int status, long length, boolean closes) {}

  /** Sends JSON. */
  Reply post(String path, Map<String, String> headers, byte[] json) throws IOException {
    StringBuilder head = head("POST", path, headers);
    head.append("Content-Type: application/json\r\nContent-Length: ").append(json.length);
    head.append("\r\n\r\n");
    byte[] first = head.toString().getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[first.length + json.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(json, 0, all, first.length, json.length);
    socket.getOutputStream().write(all);
    return reply();
  }

  /** Asks for what is at a path. */
  Reply get(String path, Map<String, String> headers) throws IOException {
    byte[] head =
        head("GET", path, headers).append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    socket.getOutputStream().write(head);
    return reply();
  }

  private StringBuilder head(String method, String path, Map<String, String> headers) {
    StringBuilder head = new StringBuilder(512);
    head.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: localhost:");
    head.append(port).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head;
  }

  private Reply reply() throws IOException {
    String[] words = line().split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/1.")) {
      throw new IOException("not an answer: " + String.join(" ", words));
    }
    int status = Integer.parseInt(words[1]);
    long length = 0;
    boolean chunked = false;
    boolean closes = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Long.parseLong(lower.substring(15).strip());
      } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
        chunked = true;
      } else if (lower.startsWith("connection:") && lower.contains("close")) {
        closes = true;
      }
    }
    if (!chunked) {
      skip(length);
      return new Reply(status, length, closes);
    }
    long all = 0;
    long piece = Long.parseLong(line().split(";", 2)[0].strip(), 16);
    while (piece > 0) {
      skip(piece);
      all += piece;
      line();
      piece = Long.parseLong(line().split(";", 2)[0].strip(), 16);
    }
    line();
    return new Reply(status, all, closes);
  }

  private void skip(long length) throws IOException {
    in.skipNBytes(length);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection ended");
      }
      if (line.length() > LONGEST_LINE) {
        throw new IOException("a line without an end");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
