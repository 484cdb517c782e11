package org.cocreation.portal.pages;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Draws the code that is scanned at the door of the venue, as {@code @codes} in the templates: a QR
 * code of the registration's id, as the path of an inline SVG, one unit for each module.
 */
@Component("codes")
public class DoorCodes {

  private static final int QUIET = 4;

  /** The dark modules of a code. */
  public String path(String text) {
    ByteMatrix modules = modules(text);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y) == 1) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }

  /** The size of the drawing with its quiet zone. */
  public String box(String text) {
    int size = modules(text).getWidth() + 2 * QUIET;
    return "0 0 " + size + " " + size;
  }

  private static ByteMatrix modules(String text) {
    try {
      return Encoder.encode(
              text, ErrorCorrectionLevel.Q, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
          .getMatrix();
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("no code can hold this", tooLong);
    }
  }
}
