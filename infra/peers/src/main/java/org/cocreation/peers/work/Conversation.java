package org.cocreation.peers.work;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a peer's process is told what to do: one request a line on its input, one line of JSON in
 * answer. It ends when its input does, so it never outlives who started it.
 *
 * <pre>
 * prepare PROGRAMME PEOPLE   makes people known
 * run PROGRAMME PEOPLE       closes their session; answers when the last e-mail is intended
 * </pre>
 */
public final class Conversation {

  /** From person to e-mail: recorded, judged, issued, intended. */
  public static final int FACTS = 4;

  private final Peer peer;
  private final Tally tally;
  private final PrintStream answers;
  private final Duration patience;

  /** A conversation about that peer, whose last stage counts on {@code tally}. */
  public Conversation(Peer peer, Tally tally, PrintStream answers) {
    this(peer, tally, answers, Duration.ofMinutes(4));
  }

  /** As above, but with another limit to a run. */
  Conversation(Peer peer, Tally tally, PrintStream answers, Duration patience) {
    this.peer = peer;
    this.tally = tally;
    this.answers = answers;
    this.patience = patience;
  }

  /** Answers until there are no more requests, then closes the peer. */
  public void hold(InputStream requests) throws Exception {
    try (peer) {
      answer(Map.of("ready", true));
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(requests, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        answer(answerTo(line));
      }
    }
  }

  private Map<String, Object> answerTo(String request) throws InterruptedException, IOException {
    String[] words = request.strip().split(" +", -1);
    if (words.length != 3) {
      throw new IOException("not a request: " + request);
    }
    int people = Integer.parseInt(words[2]);
    if (words[0].equals("prepare")) {
      peer.prepare(words[1], people);
      return Map.of("prepared", people);
    }
    if (!words[0].equals("run")) {
      throw new IOException("not a request: " + request);
    }
    return run(words[1], people);
  }

  private Map<String, Object> run(String programmeId, int people) throws InterruptedException {
    tally.clear();
    long started = System.nanoTime();
    peer.closeSession(programmeId);
    boolean all = tally.await(people, patience);
    double seconds = (System.nanoTime() - started) / 1e9;
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("facts", people * FACTS);
    answer.put("seconds", seconds);
    answer.put("complete", all);
    answer.put("intended", peer.intended(programmeId));
    return answer;
  }

  private void answer(Map<String, Object> answer) {
    answers.println(new String(Wire.bytes(answer), StandardCharsets.UTF_8));
    answers.flush();
  }
}
