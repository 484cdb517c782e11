package org.cocreation.launcher.build;

import java.nio.file.Path;
import java.util.Set;

/**
 * A module of the repository.
 *
 * @param path relative to the root, as the parent names it
 * @param artifact its artifact id
 * @param needs the artifact ids of the repository's modules that its program is made with
 */
record Module(String path, String artifact, Set<String> needs) {

  Module {
    needs = Set.copyOf(needs);
  }

  Path directory(Path root) {
    return root.resolve(path);
  }
}
