package org.cocreation.submission.domain.process;

import org.cocreation.submission.domain.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * What the process says about a member of the committee, so that a possible conflict of interest
 * can be seen.
 *
 * @param organisation as people would write it when they register
 */
public record CommitteeMember(
    MemberId member, @Nullable String name, @Nullable String organisation) {}
