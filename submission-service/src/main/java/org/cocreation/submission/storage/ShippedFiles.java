package org.cocreation.submission.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Documents that ship with the service, on its class path. */
final class ShippedFiles {

  private ShippedFiles() {}

  /** What is in the files that match, by file name. */
  static SortedMap<String, String> read(String pattern) {
    TreeMap<String, String> files = new TreeMap<>();
    try {
      for (Resource resource :
          new PathMatchingResourcePatternResolver().getResources("classpath:" + pattern)) {
        try (InputStream in = resource.getInputStream()) {
          files.put(
              Objects.requireNonNull(resource.getFilename()),
              new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return files;
  }
}
