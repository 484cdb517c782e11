package org.cocreation.registration.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.places.Places;
import org.jspecify.annotations.Nullable;

/**
 * Places as they are kept. The lists are texts of one line for each person, because a document that
 * is read and written whole at each request may hold thousands of them, and mapping each as an
 * object of its own would cost far more than the write.
 *
 * @param holders lines of registration and revision
 * @param waiting the same
 * @param departed lines of registration, revision and milliseconds
 * @param untold lines of registration and milliseconds
 */
record PlacesDocument(
    ProgrammeId programmeId,
    SessionId sessionId,
    int seats,
    boolean giving,
    int programmeRevision,
    String holders,
    String waiting,
    String departed,
    String untold,
    @Nullable Instant untoldSince) {

  static PlacesDocument of(Places places) {
    return new PlacesDocument(
        places.programmeId(),
        places.sessionId(),
        places.seats(),
        places.giving(),
        places.programmeRevision(),
        text(places.holders(), PlacesDocument::line),
        text(places.waiting(), PlacesDocument::line),
        text(
            places.departed(),
            left -> left.registrationId() + " " + left.revision() + " " + left.at().toEpochMilli()),
        text(places.untold(), up -> up.registrationId() + " " + up.promotedAt().toEpochMilli()),
        places.untoldSince());
  }

  Places places() {
    return new Places(
        programmeId,
        sessionId,
        seats,
        giving,
        programmeRevision,
        list(holders, PlacesDocument::entry),
        list(waiting, PlacesDocument::entry),
        list(
            departed,
            words ->
                new Places.Departure(
                    new RegistrationId(words[0]),
                    Integer.parseInt(words[1]),
                    Instant.ofEpochMilli(Long.parseLong(words[2])))),
        list(
            untold,
            words ->
                new Places.Promotion(
                    new RegistrationId(words[0]), Instant.ofEpochMilli(Long.parseLong(words[1])))),
        untoldSince);
  }

  private static String line(Places.Entry entry) {
    return entry.registrationId() + " " + entry.revision();
  }

  private static Places.Entry entry(String[] words) {
    return new Places.Entry(new RegistrationId(words[0]), Integer.parseInt(words[1]));
  }

  private static <T> String text(List<T> items, Function<T, String> line) {
    StringBuilder text = new StringBuilder(items.size() * 30);
    items.forEach(item -> text.append(line.apply(item)).append('\n'));
    return text.toString();
  }

  private static <T> List<T> list(String text, Function<String[], T> read) {
    List<T> items = new ArrayList<>();
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      items.add(read.apply(text.substring(from, end).split(" ", -1)));
      from = end + 1;
    }
    return items;
  }
}
