/** How coordinators ask what became of e-mails. */
@NullMarked
package org.cocreation.notification.web;

import org.jspecify.annotations.NullMarked;
