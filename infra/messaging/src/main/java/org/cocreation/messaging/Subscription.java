package org.cocreation.messaging;

import java.util.List;
import java.util.function.Consumer;

/** What an intake does with one type of event. */
record Subscription<B>(String type, BodyReader<B> reader, Consumer<List<Event<B>>> handler) {}
