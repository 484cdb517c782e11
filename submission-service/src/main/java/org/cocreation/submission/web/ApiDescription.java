package org.cocreation.submission.web;

import org.cocreation.submission.domain.CommentId;
import org.cocreation.submission.domain.CommitmentId;
import org.cocreation.submission.domain.NoteId;
import org.cocreation.submission.domain.ProgrammeId;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;

/** Ids are strings in the API's description too. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  static {
    SpringDocUtils.getConfig()
        .replaceWithClass(ProgrammeId.class, String.class)
        .replaceWithClass(NoteId.class, String.class)
        .replaceWithClass(CommitmentId.class, String.class)
        .replaceWithClass(CommentId.class, String.class);
  }
}
