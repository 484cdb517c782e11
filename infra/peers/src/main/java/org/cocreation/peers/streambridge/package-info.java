/** Spring Cloud Stream in record mode, with StreamBridge. */
@NullMarked
package org.cocreation.peers.streambridge;

import org.jspecify.annotations.NullMarked;
