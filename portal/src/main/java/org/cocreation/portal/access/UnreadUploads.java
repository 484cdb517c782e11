package org.cocreation.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Tells who sends too large a file that this is what is wrong. Such a form is not read, so its
 * token is not found either, and it would be refused as if somebody else had made it.
 *
 * @param mostBytes what a file may have
 */
record UnreadUploads(long mostBytes) implements AccessDeniedHandler {

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    String type = request.getContentType();
    boolean tooLarge =
        type != null
            && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
            && request.getContentLengthLong() > mostBytes;
    response.sendError(
        tooLarge
            ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
            : HttpServletResponse.SC_FORBIDDEN);
  }
}
