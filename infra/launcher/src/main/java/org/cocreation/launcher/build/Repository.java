package org.cocreation.launcher.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.cocreation.launcher.Failure;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The repository's modules as its poms describe them, and what of them a program is made from:
 * {@code pom.xml} and {@code src/main} of its module and of every module that it needs, and the
 * parent's pom. Tests are no part of a program.
 */
final class Repository {

  private static final String OURS = "org.cocreation";

  private final Path root;
  private final String version;
  private final Map<String, Module> modules;

  private Repository(Path root, String version, Map<String, Module> modules) {
    this.root = root;
    this.version = version;
    this.modules = modules;
  }

  /** Reads the poms below a root. */
  static Repository read(Path root) {
    Element parent = xml(root.resolve("pom.xml")).getDocumentElement();
    Map<String, Module> modules = new LinkedHashMap<>();
    for (Element list : children(parent, "modules")) {
      for (Element entry : children(list, "module")) {
        Module module = module(root, entry.getTextContent().strip());
        modules.put(module.artifact(), module);
      }
    }
    return new Repository(root, text(parent, "version"), modules);
  }

  String version() {
    return version;
  }

  Module module(String artifact) {
    Module module = modules.get(artifact);
    if (module == null) {
      throw new Failure("There is no module " + artifact + " in " + root.resolve("pom.xml"));
    }
    return module;
  }

  /** A module and all that it needs, each once. */
  Set<Module> withNeeds(String artifact) {
    Set<Module> all = new LinkedHashSet<>();
    collect(artifact, all);
    return all;
  }

  /** The files that a module's program is made from, in a fixed order. */
  List<Path> sources(String artifact) {
    List<Path> files = new ArrayList<>(List.of(root.resolve("pom.xml")));
    for (Module module : withNeeds(artifact)) {
      Path directory = module.directory(root);
      files.add(directory.resolve("pom.xml"));
      Path main = directory.resolve("src/main");
      if (Files.isDirectory(main)) {
        try (Stream<Path> found = Files.walk(main)) {
          found.filter(Files::isRegularFile).sorted().forEach(files::add);
        } catch (IOException e) {
          throw new Failure("The sources in " + main + " cannot be read", e);
        }
      }
    }
    return files;
  }

  /** A digest of the names and contents of {@link #sources}. */
  String fingerprint(String artifact) {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[16 * 1024];
    for (Path file : sources(artifact)) {
      digest.update(
          root.relativize(file).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      digest.update((byte) 0);
      try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        int read = 0;
        while (read >= 0) {
          read = in.read(buffer);
        }
      } catch (IOException e) {
        throw new Failure("The source " + file + " cannot be read", e);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private void collect(String artifact, Set<Module> all) {
    Module module = module(artifact);
    if (all.add(module)) {
      for (String needed : module.needs().stream().sorted().toList()) {
        if (modules.containsKey(needed)) {
          collect(needed, all);
        }
      }
    }
  }

  private static Module module(Path root, String path) {
    Element project = xml(root.resolve(path).resolve("pom.xml")).getDocumentElement();
    Set<String> needs = new LinkedHashSet<>();
    for (Element list : children(project, "dependencies")) {
      for (Element dependency : children(list, "dependency")) {
        boolean ours = text(dependency, "groupId").equals(OURS);
        if (ours && !text(dependency, "scope").equals("test")) {
          needs.add(text(dependency, "artifactId"));
        }
      }
    }
    return new Module(path, text(project, "artifactId"), needs);
  }

  private static Document xml(Path file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(file.toFile());
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new Failure(file + " cannot be read", e);
    }
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  private static String text(Element parent, String name) {
    List<Element> found = children(parent, name);
    return found.isEmpty() ? "" : found.get(0).getTextContent().strip();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
