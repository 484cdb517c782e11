/**
 * The certificate service's rules: who has completed a programme, why, and what becomes of the
 * certificate. JDK only.
 */
@NullMarked
package org.cocreation.certificate.domain;

import org.jspecify.annotations.NullMarked;
