package org.cocreation.attendance.domain.feeds;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A file's bytes read as text: by its byte order mark, else as UTF-16 if every other byte is zero,
 * else as UTF-8 if it is valid UTF-8, else as Windows-1252, which spreadsheets in the Americas
 * write.
 *
 * @param characters the text without the mark
 * @param encoding what it was read as
 */
public record Text(String characters, String encoding) {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int FIRST_LINE_SHOWN = 300;

  /** Reads bytes; never fails, as every sequence of bytes is some text. */
  public static Text of(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return new Text(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8), "UTF-8");
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return new Text(
          new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE), "UTF-16LE");
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return new Text(
          new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE), "UTF-16BE");
    }
    Optional<Charset> wide = wide(bytes);
    if (wide.isPresent()) {
      return new Text(new String(bytes, wide.get()), wide.get().name());
    }
    return utf8(bytes)
        .map(utf8 -> new Text(utf8, "UTF-8"))
        .orElseGet(() -> new Text(new String(bytes, WINDOWS_1252), "windows-1252"));
  }

  /** As UTF-8, if it is; a file that was cut off in the middle of its last character still is. */
  private static Optional<String> utf8(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer characters = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), characters, false);
    return result.isError() ? Optional.empty() : Optional.of(characters.flip().toString());
  }

  /** UTF-16 without a mark: in Latin script every other byte is mostly zero. */
  private static Optional<Charset> wide(byte[] bytes) {
    int pairs = Math.min(bytes.length, 2_000) / 2;
    if (pairs < 4) {
      return Optional.empty();
    }
    int even = 0;
    int odd = 0;
    for (int i = 0; i < pairs; i++) {
      even += bytes[2 * i] == 0 ? 1 : 0;
      odd += bytes[2 * i + 1] == 0 ? 1 : 0;
    }
    if (odd * 10 >= pairs * 6 && even * 10 <= pairs) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return even * 10 >= pairs * 6 && odd * 10 <= pairs
        ? Optional.of(StandardCharsets.UTF_16BE)
        : Optional.empty();
  }

  /** Whether it looks like something else than text: a spreadsheet, an archive, a picture. */
  public boolean binary() {
    return characters.startsWith("PK\u0003\u0004") || characters.indexOf('\0') >= 0;
  }

  /** The first line that is not blank, cut to a length that fits a message. */
  public String firstLine() {
    String line =
        characters
            .lines()
            .limit(1_000)
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse("");
    String printable = line.replaceAll("\\p{Cntrl}", " ");
    return printable.length() > FIRST_LINE_SHOWN
        ? printable.substring(0, FIRST_LINE_SHOWN) + "…"
        : printable;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
