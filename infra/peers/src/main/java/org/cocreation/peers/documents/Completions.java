package org.cocreation.peers.documents;

import org.cocreation.peers.work.Completion;
import org.springframework.data.mongodb.repository.MongoRepository;

/** The completions. */
public interface Completions extends MongoRepository<Completion, String> {}
