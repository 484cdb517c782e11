package org.cocreation.submission.domain.evaluation;

import java.time.Instant;
import org.cocreation.submission.domain.MemberId;

/**
 * What a member said about having an interest in a note.
 *
 * @param present false = the member was asked, and has none
 * @param reason in the member's words
 */
public record Interest(MemberId member, boolean present, String reason, Instant declaredAt) {}
