package org.cocreation.peers.documents;

import org.cocreation.peers.work.Recipient;
import org.springframework.data.mongodb.repository.MongoRepository;

/** Those to whom e-mail goes. */
public interface Recipients extends MongoRepository<Recipient, String> {}
