package org.cocreation.certificate.web;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/**
 * A QR code as the path of an SVG drawing: one unit per module, without the quiet zone.
 *
 * @param size modules per side
 * @param path the dark modules, as horizontal strokes of full height
 */
record QrCode(int size, String path) {

  /** Encodes a text with medium error correction, which survives a fold or a coffee stain. */
  static QrCode of(String text) {
    ByteMatrix modules;
    try {
      modules =
          Encoder.encode(
                  text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
              .getMatrix();
    } catch (WriterException impossible) {
      throw new IllegalArgumentException("Too long for a QR code: " + text.length(), impossible);
    }
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      int x = 0;
      while (x < modules.getWidth()) {
        int start = x;
        while (x < modules.getWidth() && modules.get(x, y) == 1) {
          x++;
        }
        if (x > start) {
          int width = x - start;
          path.append('M').append(start).append(' ').append(y).append('h').append(width);
          path.append("v1h-").append(width).append('z');
        }
        x++;
      }
    }
    return new QrCode(modules.getWidth(), path.toString());
  }
}
