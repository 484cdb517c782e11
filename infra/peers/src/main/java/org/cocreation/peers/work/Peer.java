package org.cocreation.peers.work;

/**
 * A way to carry a closed session to the e-mails that follow: attendance recorded, completion
 * judged, certificate issued, e-mail intended; three stages with a topic between each two. Every
 * peer is durable before it goes on, and at least once: nothing acknowledged to a stage before it
 * can be lost.
 */
public interface Peer extends AutoCloseable {

  /** Makes people known to all three stages. They are in a programme of their own. */
  void prepare(String programmeId, int people);

  /** Closes the programme's session; returns when every attendance is recorded and sent. */
  void closeSession(String programmeId);

  /** How many e-mails are intended for the people of a programme, as the store counts them. */
  long intended(String programmeId);

  /** Ends its consumers and connections. */
  @Override
  void close();
}
