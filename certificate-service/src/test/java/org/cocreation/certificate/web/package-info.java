/** The HTTP interface and the certificate on paper, tried. */
@NullMarked
package org.cocreation.certificate.web;

import org.jspecify.annotations.NullMarked;
