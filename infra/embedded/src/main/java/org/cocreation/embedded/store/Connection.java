package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client: its commands are read, answered and replied to one after the other on a thread of its
 * own, so that a command which takes long or waits for the disk holds up nobody else.
 */
final class Connection implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  private static final int TYPICAL_MESSAGE = 16 << 10;

  /** An array that one large message has made larger than this is not kept for the next. */
  private static final int LARGEST_KEPT = 1 << 20;

  private static final int INVALID_BSON = 22;

  private final Socket socket;
  private final StoreBackend backend;
  private final BsonWriter reply = new BsonWriter();
  private byte[] received = new byte[TYPICAL_MESSAGE];
  private int filled;
  private int replies;

  Connection(Socket socket, StoreBackend backend) {
    this.socket = socket;
    this.backend = backend;
  }

  /** Answers commands until the client leaves, or until {@link #finish}. */
  @Override
  public void run() {
    try (socket) {
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      while (fillTo(in, Request.HEADER)) {
        int length = BsonReader.int32(received, 0);
        if (length < Request.HEADER + Integer.BYTES || length > Request.MOST_BYTES) {
          throw new IOException("A message says that it has " + length + " bytes");
        }
        if (!fillTo(in, length)) {
          return;
        }
        answer(length, out);
        forget(length);
      }
    } catch (IOException e) {
      LOG.debug("A client is gone: {}", e.getMessage());
    }
  }

  /** Lets the command that runs come to its end and its reply go out, and then ends. */
  void finish() {
    try {
      socket.shutdownInput();
    } catch (IOException e) {
      LOG.debug("A client was gone already: {}", e.getMessage());
    }
  }

  /** Reads until there are so many bytes; false if the client leaves before that. */
  private boolean fillTo(InputStream in, int length) throws IOException {
    if (received.length < length) {
      received = Arrays.copyOf(received, length);
    }
    while (filled < length) {
      int read = in.read(received, filled, received.length - filled);
      if (read < 0) {
        return false;
      }
      filled += read;
    }
    return true;
  }

  private void forget(int length) {
    filled -= length;
    byte[] rest = received;
    if (received.length > LARGEST_KEPT && filled <= TYPICAL_MESSAGE) {
      received = new byte[TYPICAL_MESSAGE];
    }
    System.arraycopy(rest, length, received, 0, filled);
  }

  private void answer(int length, OutputStream out) throws IOException {
    boolean legacy = Request.isLegacy(received);
    boolean answered = true;
    Document answer;
    try {
      Request request = Request.read(received, length);
      answered = request.answered();
      answer = backend.answer(request.database(), request.command());
    } catch (IllegalArgumentException e) {
      answer =
          StoreBackend.refusal(
              new MongoServerError(INVALID_BSON, "InvalidBSON", String.valueOf(e.getMessage())));
    }
    if (answered) {
      try {
        write(answer, Request.idOf(received), legacy);
      } catch (RuntimeException e) {
        LOG.error("An answer cannot be written", e);
        reply.reset(LARGEST_KEPT);
        write(StoreBackend.failure(e), Request.idOf(received), legacy);
      }
      out.write(reply.bytes(), 0, reply.size());
      reply.reset(LARGEST_KEPT);
    }
  }

  private void write(Document answer, int requestId, boolean legacy) {
    reply.int32(0);
    reply.int32(++replies);
    reply.int32(requestId);
    reply.int32(legacy ? Request.OP_REPLY : Request.OP_MSG);
    reply.int32(0);
    if (legacy) {
      long noCursor = 0;
      reply.int64(noCursor);
      int first = 0;
      reply.int32(first);
      int documents = 1;
      reply.int32(documents);
    } else {
      reply.int8(0);
    }
    reply.write(answer);
    reply.int32At(0, reply.size());
  }
}
