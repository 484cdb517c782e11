package org.cocreation.peers.documents;

import org.cocreation.peers.work.Attendance;
import org.springframework.data.mongodb.repository.MongoRepository;

/** The attendances. */
public interface Attendances extends MongoRepository<Attendance, String> {}
