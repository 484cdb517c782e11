package org.cocreation.peers.documents;

import org.cocreation.peers.work.Delivery;
import org.springframework.data.mongodb.repository.MongoRepository;

/** The intended e-mails. */
public interface Deliveries extends MongoRepository<Delivery, String> {

  /** How many there are in a programme. */
  long countByProgrammeId(String programmeId);
}
