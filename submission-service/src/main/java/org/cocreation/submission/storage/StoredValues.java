package org.cocreation.submission.storage;

import org.cocreation.messaging.ValueTypes;
import org.cocreation.submission.domain.CommentId;
import org.cocreation.submission.domain.CommitmentId;
import org.cocreation.submission.domain.MemberId;
import org.cocreation.submission.domain.NoteId;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.RegistrationId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The domain's ids are stored as plain strings. */
@Configuration(proxyBeanMethods = false)
class StoredValues {

  @Bean
  ValueTypes ids() {
    return ValueTypes.of(
        ProgrammeId.class,
        RegistrationId.class,
        NoteId.class,
        CommitmentId.class,
        CommentId.class,
        MemberId.class);
  }
}
