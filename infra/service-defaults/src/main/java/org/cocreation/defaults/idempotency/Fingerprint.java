package org.cocreation.defaults.idempotency;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells two requests apart by a digest; nothing of what they say can be had from it. */
final class Fingerprint {

  private final MessageDigest digest;

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String ofStrings(@Nullable String... parts) {
    Fingerprint fingerprint = new Fingerprint();
    for (String part : parts) {
      fingerprint.add(part);
    }
    return fingerprint.hex();
  }

  static String ofBody(String contentType, byte[] body) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(contentType.toLowerCase(Locale.ROOT));
    fingerprint.digest.update(body);
    return fingerprint.hex();
  }

  /** Of the parts of a multipart request, whatever its boundary. */
  static String ofParts(HttpServletRequest request) throws IOException, ServletException {
    Fingerprint fingerprint = new Fingerprint();
    for (Part part : parts(request)) {
      fingerprint.add(part.getName());
      fingerprint.add(part.getSubmittedFileName());
      fingerprint.add(Long.toString(part.getSize()));
      try (InputStream content = part.getInputStream()) {
        fingerprint.digest.update(content.readAllBytes());
      }
    }
    return fingerprint.hex();
  }

  private static Collection<Part> parts(HttpServletRequest request)
      throws IOException, ServletException {
    try {
      return request.getParts();
    } catch (IllegalStateException e) {
      throw new UploadTooLargeException(e); // so the servlet specification says it
    }
  }

  /** An upload, or one of its parts, is larger than the service takes. */
  static final class UploadTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UploadTooLargeException(Throwable cause) {
      super("The upload is too large", cause);
    }
  }

  private void add(@Nullable String part) {
    if (part != null) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
    }
    digest.update((byte) 0);
  }

  private String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
