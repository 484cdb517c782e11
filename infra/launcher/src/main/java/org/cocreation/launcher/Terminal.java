package org.cocreation.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.locks.ReentrantLock;

/** Where the launcher talks to the person who started it: whole lines, from any thread. */
public final class Terminal {

  private final PrintStream out;
  private final PrintStream errors;
  private final BufferedReader in;
  private final ReentrantLock line = new ReentrantLock();

  /** Talks to these streams. */
  public Terminal(PrintStream out, PrintStream errors, BufferedReader in) {
    this.out = out;
    this.errors = errors;
    this.in = in;
  }

  /** Says something that was asked for. */
  public void say(String text) {
    print(out, text);
  }

  /** Says what went wrong, with a place of its own so that it is not taken for a result. */
  public void complain(String text) {
    print(errors, text);
  }

  /** Asks and gives the answer; empty when nobody answers. */
  public String ask(String question) {
    out.print(question);
    out.flush();
    try {
      String answer = in.readLine();
      return answer == null ? "" : answer.strip();
    } catch (IOException e) {
      return "";
    }
  }

  private void print(PrintStream stream, String text) {
    line.lock();
    try {
      stream.println(text);
      stream.flush();
    } finally {
      line.unlock();
    }
  }
}
