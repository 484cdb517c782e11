package org.cocreation.defaults;

/**
 * The version that a change is based on, from the request header {@code If-Match}. As a parameter
 * of a handler method it is required: without the header the answer is 428, with one that is no
 * version 400. The store's {@code StaleVersionException} becomes 412.
 */
public record IfMatch(long version) {

  /** The ETag of a version, for {@code ResponseEntity.eTag}. */
  public static String etag(long version) {
    return "\"" + version + "\"";
  }
}
