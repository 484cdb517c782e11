package org.cocreation.messaging;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.bson.BsonBinaryWriter;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.cocreation.messaging.AggregateDocuments.Write;
import org.jspecify.annotations.Nullable;

/**
 * Makes what one command writes into BSON before the driver is given it, which then only copies the
 * bytes. By itself it would pass each value through several writers to a buffer in pieces, and each
 * text character by character, which was much of what saving took (figures in infra/proof). For one
 * thread.
 */
final class WriteEncoder<S> {

  private static final EncoderContext CONTEXT = EncoderContext.builder().build();

  private final Codec<S> states;
  private final Codec<OutboxEntry> entries;
  private final WholeTexts output = new WholeTexts();

  WriteEncoder(Codec<S> states, Codec<OutboxEntry> entries) {
    this.states = states;
    this.entries = entries;
  }

  /** The document of an aggregate that is not there yet. */
  RawBsonDocument inserted(Write<S> write) {
    return document(
        to -> {
          to.writeString("_id", write.base().id());
          to.writeInt64("version", 1);
          S state = write.state();
          if (state != null) {
            to.writeName("state");
            states.encode(to, state, CONTEXT);
          }
          outbox("outbox", write.entries(), to);
          causes("seen", write.causes(), to);
        });
  }

  /** What an update looks for: the aggregate as it was when it was read. */
  RawBsonDocument expected(Write<S> write) {
    return document(
        to -> {
          to.writeString("_id", write.base().id());
          to.writeInt64("version", write.base().version());
        });
  }

  /** The update; without a change of the aggregate only causes are remembered. */
  RawBsonDocument updated(Write<S> write) {
    return document(
        to -> {
          if (write.changes()) {
            change(write.state(), to);
          }
          if (!write.entries().isEmpty() || !write.causes().isEmpty()) {
            to.writeStartDocument("$push");
            push(write, to);
            to.writeEndDocument();
          }
        });
  }

  private void change(@Nullable S state, BsonBinaryWriter to) {
    if (state == null) {
      to.writeStartDocument("$unset");
      to.writeString("state", "");
    } else {
      to.writeStartDocument("$set");
      to.writeName("state");
      states.encode(to, state, CONTEXT);
    }
    to.writeEndDocument();
    to.writeStartDocument("$inc");
    to.writeInt64("version", 1);
    to.writeEndDocument();
  }

  private void push(Write<S> write, BsonBinaryWriter to) {
    if (!write.entries().isEmpty()) {
      to.writeStartDocument("outbox");
      outbox("$each", write.entries(), to);
      to.writeEndDocument();
    }
    if (!write.causes().isEmpty()) {
      to.writeStartDocument("seen");
      causes("$each", write.causes(), to);
      to.writeInt32("$slice", -AggregateDocuments.SEEN_KEPT);
      to.writeEndDocument();
    }
  }

  private void outbox(String field, List<OutboxEntry> waiting, BsonBinaryWriter to) {
    to.writeStartArray(field);
    waiting.forEach(entry -> entries.encode(to, entry, CONTEXT));
    to.writeEndArray();
  }

  private static void causes(String field, List<String> causes, BsonBinaryWriter to) {
    to.writeStartArray(field);
    causes.forEach(to::writeString);
    to.writeEndArray();
  }

  private RawBsonDocument document(Consumer<BsonBinaryWriter> fields) {
    int start = output.getPosition();
    BsonBinaryWriter writer = new BsonBinaryWriter(output);
    writer.writeStartDocument();
    fields.accept(writer);
    writer.writeEndDocument();
    // A buffer that has to grow is copied, so what was encoded before stays in the old one.
    return new RawBsonDocument(output.getInternalBuffer(), start, output.getPosition() - start);
  }

  /** Takes a text's bytes at once. */
  private static final class WholeTexts extends BasicOutputBuffer {

    @Override
    public void writeString(String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      writeInt32(utf8.length + 1);
      writeBytes(utf8, 0, utf8.length);
      writeByte(0);
    }

    @Override
    public void writeCString(String name) {
      if (name.indexOf(0) >= 0) {
        super.writeCString(name); // which refuses it
        return;
      }
      byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
      writeBytes(utf8, 0, utf8.length);
      writeByte(0);
    }
  }
}
