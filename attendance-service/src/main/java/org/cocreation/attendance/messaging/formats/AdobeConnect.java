package org.cocreation.attendance.messaging.formats;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.feeds.Format;
import org.cocreation.attendance.domain.feeds.Limits;
import org.cocreation.attendance.domain.feeds.Reading;
import org.cocreation.attendance.domain.feeds.Recognition;
import org.cocreation.attendance.domain.feeds.Recognition.NearMiss;
import org.cocreation.attendance.domain.feeds.Sighting;
import org.cocreation.attendance.domain.feeds.Unreadable;
import org.cocreation.attendance.domain.feeds.Upload;
import org.cocreation.attendance.domain.presence.Evidence;
import org.cocreation.attendance.domain.presence.Place;
import org.jspecify.annotations.Nullable;

/**
 * The XML of Adobe Connect's {@code report-meeting-attendance}: a row for each visit, with offsets
 * in its times. One room may serve many sessions, so rows of others are counted as such. Guests
 * have no login. A row is known by its place in the file, the first being 1.
 *
 * <p>Document types and entities are never looked at, and depth, rows and lengths are limited.
 */
final class AdobeConnect implements Format {

  private static final int DEEPEST = 20;
  private static final int LOOKED_AT = 4_000;
  private static final String REPORT = "report-meeting-attendance";
  private static final String BEGAN = "date-created";
  private static final String ENDED = "date-end";
  private static final String NAME = "participant-name";
  private static final String TYPED_NAME = "session-name";
  private static final String LOGIN = "login";
  private static final Set<String> READ = Set.of(BEGAN, ENDED, NAME, TYPED_NAME, LOGIN);
  private static final String EXPECTED =
      "a date and time with an offset, such as 2020-02-13T10:28:00.000-06:00";

  private final Limits limits;

  AdobeConnect(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String name() {
    return "adobe-connect";
  }

  @Override
  public Recognition read(Upload upload) {
    String text = upload.text().characters().stripLeading();
    if (upload.mapping() != null || !text.startsWith("<")) {
      return Recognition.none();
    }
    String beginning = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
    if (!beginning.contains("<" + REPORT)) {
      return beginning.contains("<results")
          ? new NearMiss(name(), List.of("results"), List.of(REPORT))
          : Recognition.none();
    }
    try {
      return read(upload, text);
    } catch (XMLStreamException e) {
      throw new Unreadable(
          "The XML is broken"
              + (e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNumber())
              + "; export the report again.");
    }
  }

  private Recognition read(Upload upload, String text) throws XMLStreamException {
    Reading.Collector found = new Reading.Collector(name(), upload.frame());
    XMLStreamReader xml = safe().createXMLStreamReader(new StringReader(text));
    Set<String> elements = new TreeSet<>();
    int rows = 0;
    try {
      int depth = 0;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          depth = deeper(depth);
          if (xml.getLocalName().equals("row")) {
            rows++;
            if (rows > limits.rows()) {
              throw Table.tooManyRows(limits);
            }
            Map<String, String> row = row(xml, depth);
            depth--;
            elements.addAll(row.keySet());
            found.row();
            read(rows, row, found);
          }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        }
      }
    } finally {
      xml.close();
    }
    return verdict(rows, elements, found);
  }

  private Recognition verdict(int rows, Set<String> elements, Reading.Collector found) {
    if (rows > 0 && !elements.contains(BEGAN)) {
      return new NearMiss(name(), List.of(REPORT), List.of(BEGAN));
    }
    if (rows > 0 && !elements.contains(NAME) && !elements.contains(TYPED_NAME)) {
      return new NearMiss(name(), List.of(REPORT), List.of(NAME));
    }
    if (rows > 0) {
      for (String usual : List.of(NAME, LOGIN, ENDED)) {
        if (!elements.contains(usual)) {
          found.note(missing(usual));
        }
      }
    }
    found.openMeansInside(null);
    return Recognition.of(found.reading());
  }

  private static void read(int number, Map<String, String> row, Reading.Collector found) {
    String login = row.getOrDefault(LOGIN, "");
    String name = row.getOrDefault(NAME, "");
    String who = Cells.saysNothing(name) ? row.getOrDefault(TYPED_NAME, "") : name;
    String email = login.indexOf('@') > 0 ? login : "";
    if (Cells.saysNothing(who) && Cells.saysNothing(email)) {
      found.problem(number, NAME, "a name, or an e-mail as the login");
      return;
    }
    String began = row.getOrDefault(BEGAN, "");
    String ended = row.getOrDefault(ENDED, "");
    Optional<Instant> from = instant(began);
    Optional<Instant> to = instant(ended);
    if (from.isEmpty()) {
      found.problem(number, BEGAN, EXPECTED);
      return;
    }
    if (to.isEmpty() && !Cells.saysNothing(ended)) {
      found.problem(number, ENDED, EXPECTED);
      return;
    }
    if (to.isPresent() && to.get().isBefore(from.get())) {
      found.problem(number, ENDED, "a time after the one of " + BEGAN);
      return;
    }
    Evidence evidence =
        to.isPresent()
            ? Evidence.stay(Place.ONLINE, from.get(), to.get())
            : Evidence.openStay(Place.ONLINE, from.get(), null);
    found.saw(new Sighting(number, null, Cells.orNull(who), Cells.orNull(email), null, evidence));
  }

  /** The elements of a row by name; the reader stands at its end afterwards. */
  private Map<String, String> row(XMLStreamReader xml, int outside) throws XMLStreamException {
    Map<String, String> row = new HashMap<>();
    StringBuilder text = new StringBuilder();
    String element = null;
    int depth = outside;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth = deeper(depth);
        element = xml.getLocalName();
        text.setLength(0);
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        if (element != null && READ.contains(element)) {
          text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
          guardLength(text.length());
        }
      } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new XMLStreamException("an entity", xml.getLocation());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        if (depth < outside) {
          return row;
        }
        if (element != null && READ.contains(element)) {
          row.putIfAbsent(element, Cells.strip(text.toString()));
        }
        element = null;
      }
    }
    return row;
  }

  private void guardLength(int length) {
    if (length > limits.lineLength()) {
      throw new Unreadable(
          "A text in the XML is longer than " + limits.lineLength() + " characters.");
    }
  }

  private static int deeper(int depth) {
    if (depth >= DEEPEST) {
      throw new Unreadable("The XML is nested deeper than " + DEEPEST + " elements.");
    }
    return depth + 1;
  }

  private static Optional<Instant> instant(String cell) {
    try {
      return cell.length() > 40 || cell.isEmpty()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(cell).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static XMLInputFactory safe() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(AdobeConnect::refuse);
    return factory;
  }

  private static Object refuse(
      @Nullable String publicId,
      @Nullable String systemId,
      @Nullable String base,
      @Nullable String namespace)
      throws XMLStreamException {
    throw new XMLStreamException("the file points elsewhere");
  }

  private static Bilingual missing(String element) {
    return new Bilingual(
        "Reports of this kind have an element “"
            + element
            + "”; no row has it, so what it tells is not known.",
        "Los informes de este tipo traen un elemento «"
            + element
            + "»; ninguna fila lo tiene, así que no se sabe lo que dice.");
  }
}
