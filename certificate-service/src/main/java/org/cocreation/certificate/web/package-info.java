/**
 * How people and programs ask the certificate service: its HTTP interface and the certificate on
 * paper.
 */
@NullMarked
package org.cocreation.certificate.web;

import org.jspecify.annotations.NullMarked;
