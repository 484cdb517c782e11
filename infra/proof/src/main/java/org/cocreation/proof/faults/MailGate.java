package org.cocreation.proof.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.cocreation.proof.platform.Waiting;

/**
 * A mail server with moods: it hands what it takes to the mailbox behind it, command by command,
 * and its mood, which can be changed at any moment, decides what it says to whom.
 */
final class MailGate implements AutoCloseable {

  /** How it takes e-mails. */
  enum Mood {
    /** As the mailbox behind it does. */
    OPEN,
    /** Every recipient is refused for now: 451. */
    REFUSES_FOR_NOW,
    /** Every recipient is refused for good: 550. */
    REFUSES,
    /** It takes an e-mail's data and then says nothing; the e-mail goes nowhere. */
    HANGS,
    /** It takes an e-mail, and the connection breaks before it says so; once for each e-mail. */
    DROPS_AFTER_DATA
  }

  private static final String END = "\r\n";

  private final int target;
  private final ServerSocket listener;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Set<String> dropped = ConcurrentHashMap.newKeySet();
  private final Map<Mood, AtomicInteger> met = new EnumMap<>(Mood.class);
  private volatile Mood mood = Mood.OPEN;

  /** A server on a port of this machine in front of a mailbox on another. */
  MailGate(int port, int target) {
    this.target = target;
    for (Mood one : Mood.values()) {
      met.put(one, new AtomicInteger());
    }
    try {
      listener = new ServerSocket();
      listener.setReuseAddress(true);
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
    } catch (IOException e) {
      throw new UncheckedIOException("Port " + port + " cannot be listened on", e);
    }
    start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** From now on, for connections that are open too. */
  void mood(Mood next) {
    mood = next;
  }

  /** How many e-mails have met that mood. */
  int met(Mood which) {
    return count(which).get();
  }

  private AtomicInteger count(Mood which) {
    return java.util.Objects.requireNonNull(met.get(which));
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "mail-gate");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(Socket client) {
    open.add(client);
    try (client;
        Socket mailbox = new Socket(InetAddress.getLoopbackAddress(), target)) {
      new Conversation(client, mailbox).hold();
    } catch (IOException ended) {
      // By whoever ended it.
    } finally {
      open.remove(client);
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket one : open) {
        one.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One connection. */
  private final class Conversation {

    private final BufferedReader said;
    private final BufferedReader answered;
    private final OutputStream back;
    private final OutputStream on;

    Conversation(Socket client, Socket mailbox) throws IOException {
      said = lines(client);
      answered = lines(mailbox);
      back = client.getOutputStream();
      on = mailbox.getOutputStream();
    }

    void hold() throws IOException {
      say(back, reply());
      String line = said.readLine();
      while (line != null) {
        if (!taken(line)) {
          return;
        }
        line = said.readLine();
      }
    }

    /** False when the connection is to break. */
    private boolean taken(String line) throws IOException {
      String command = line.toUpperCase(Locale.ROOT);
      Mood now = mood;
      if (command.startsWith("RCPT") && now == Mood.REFUSES_FOR_NOW) {
        count(now).incrementAndGet();
        say(back, "451 4.3.0 Not now, try again later" + END);
        return true;
      }
      if (command.startsWith("RCPT") && now == Mood.REFUSES) {
        count(now).incrementAndGet();
        say(back, "550 5.1.1 Nobody of that name" + END);
        return true;
      }
      say(on, line + END);
      String reply = reply();
      say(back, command.startsWith("EHLO") ? withoutPipelining(reply) : reply);
      return !command.equals("DATA") || !reply.startsWith("354") || mail();
    }

    private boolean mail() throws IOException {
      StringBuilder mail = new StringBuilder();
      String id = "";
      String line = said.readLine();
      while (line != null && !line.equals(".")) {
        if (id.isEmpty() && line.regionMatches(true, 0, "Message-ID:", 0, 11)) {
          String here = line.substring(11).strip();
          mail.append(line).append(END);
          line = here.isEmpty() ? said.readLine() : line;
          id = here.isEmpty() ? String.valueOf(line).strip() : here;
          if (!here.isEmpty()) {
            line = said.readLine();
          }
          continue;
        }
        mail.append(line).append(END);
        line = said.readLine();
      }
      if (line == null) {
        return false;
      }
      if (mood == Mood.HANGS) {
        count(Mood.HANGS).incrementAndGet();
        Waiting.until(600, () -> mood != Mood.HANGS || listener.isClosed());
        return false;
      }
      say(on, mail + "." + END);
      String reply = reply();
      if (mood == Mood.DROPS_AFTER_DATA && reply.startsWith("250") && dropped.add(id)) {
        count(Mood.DROPS_AFTER_DATA).incrementAndGet();
        return false;
      }
      count(Mood.OPEN).incrementAndGet();
      say(back, reply);
      return true;
    }

    /** All lines of the mailbox's next reply. */
    private String reply() throws IOException {
      StringBuilder reply = new StringBuilder();
      String line;
      do {
        line = answered.readLine();
        if (line == null) {
          throw new IOException("the mailbox has ended the connection");
        }
        reply.append(line).append(END);
      } while (line.length() > 3 && line.charAt(3) == '-');
      return reply.toString();
    }
  }

  /** One command at a time, so that each can be answered by the mood. */
  private static String withoutPipelining(String reply) {
    return reply.replaceAll("(?i)250-(PIPELINING|CHUNKING|STARTTLS)\r\n", "");
  }

  private static BufferedReader lines(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
  }

  private static void say(OutputStream to, String text) throws IOException {
    to.write(text.getBytes(StandardCharsets.ISO_8859_1));
    to.flush();
  }
}
