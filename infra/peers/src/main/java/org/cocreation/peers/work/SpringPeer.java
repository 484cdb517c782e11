package org.cocreation.peers.work;

import org.springframework.context.ConfigurableApplicationContext;

/** A peer that is the only bean of its kind in an application. */
public record SpringPeer(ConfigurableApplicationContext application) implements Peer {

  private Peer peer() {
    return application.getBean(Peer.class);
  }

  @Override
  public void prepare(String programmeId, int people) {
    peer().prepare(programmeId, people);
  }

  @Override
  public void closeSession(String programmeId) {
    peer().closeSession(programmeId);
  }

  @Override
  public long intended(String programmeId) {
    return peer().intended(programmeId);
  }

  @Override
  public void close() {
    application.close();
  }
}
