/** The certificate service's rules, tried without anything around them. */
@NullMarked
package org.cocreation.certificate.domain;

import org.jspecify.annotations.NullMarked;
