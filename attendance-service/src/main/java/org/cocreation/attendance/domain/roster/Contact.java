package org.cocreation.attendance.domain.roster;

import org.jspecify.annotations.Nullable;

/**
 * Who a person is: the only personal data in this service besides what the feeds say.
 *
 * @param name as they registered
 * @param email as they registered
 * @param organisation theirs, if they gave one
 * @param revision registration's revision; a lower one is older news
 */
public record Contact(String name, String email, @Nullable String organisation, int revision) {}
