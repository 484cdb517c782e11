/** What the certificate service hears from others and tells them. */
@NullMarked
package org.cocreation.certificate.messaging;

import org.jspecify.annotations.NullMarked;
