package org.cocreation.messaging;

import java.util.List;

/**
 * Says how one event of the domain is told to the other services; a service's {@code …Announcer}
 * implements it.
 *
 * <p>Pure: it is called while the aggregate is saved, once for each attempt.
 *
 * @param <E> the family of the domain's events
 */
@FunctionalInterface
public interface Announcer<E> {

  /**
   * The announcements of one domain event, in the order in which they are sent; none for what stays
   * inside.
   */
  List<Announcement> announce(E domainEvent);
}
