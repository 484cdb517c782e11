/** Who may submit: what this service knows of registered people and of programmes, from events. */
@NullMarked
package org.cocreation.submission.domain.people;

import org.jspecify.annotations.NullMarked;
