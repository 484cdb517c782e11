package org.cocreation.attendance.domain.presence;

import java.time.Duration;
import java.time.Instant;
import org.cocreation.attendance.domain.Bilingual;
import org.jspecify.annotations.Nullable;

/** Says in one sentence what one piece of evidence contributes by itself. */
public final class Contribution {

  private Contribution() {}

  /** What it contributes to presence in a session with this schedule. */
  public static Bilingual of(Schedule schedule, Evidence evidence) {
    return switch (evidence.kind()) {
      case SIGNATURE -> new Bilingual("A mark at the venue.", "Una marca en la sede.");
      case SCAN -> scan(schedule, evidence);
      case JOIN_LINK ->
          new Bilingual(
              "Went to the online room by the personal link; no presence by itself.",
              "Fue a la sala en línea por su enlace personal; por sí solo no es presencia.");
      case TOTAL ->
          minutes(
              Judge.counted(schedule, evidence),
              " by a total without times",
              " según un total sin horas");
      case CONNECTION, STAY -> stay(schedule, evidence);
    };
  }

  private static Bilingual scan(Schedule schedule, Evidence evidence) {
    Bilingual what =
        evidence.marks(schedule.window())
            ? new Bilingual("A mark at the venue", "Una marca en la sede")
            : new Bilingual(
                "Outside the session's time: counts for nothing",
                "Fuera del horario de la sesión: no cuenta");
    String off = minutesOff(evidence);
    return off == null
        ? new Bilingual(what.en() + ".", what.es() + ".")
        : new Bilingual(
            what.en() + "; the device's clock was off by " + off + " and is corrected.",
            what.es() + "; el reloj del dispositivo se desviaba " + off + " y está corregido.");
  }

  private static @Nullable String minutesOff(Evidence evidence) {
    Instant at = evidence.from();
    Instant stated = evidence.stated();
    if (at == null || stated == null) {
      return null;
    }
    Duration off = Duration.between(at, stated).abs();
    return off.toMinutes() + " min " + off.toSecondsPart() + " s";
  }

  private static Bilingual stay(Schedule schedule, Evidence evidence) {
    int counted = Judge.counted(schedule, evidence);
    if (evidence.openIn(schedule)) {
      return new Bilingual(
          "How long is not known; certain are " + counted + " minutes.",
          "No se sabe cuánto tiempo; son seguros " + counted + " minutos.");
    }
    return counted == 0
        ? new Bilingual(
            "Less than a minute inside the session's time.",
            "Menos de un minuto dentro del horario de la sesión.")
        : minutes(counted, " inside the session's time", " dentro del horario de la sesión");
  }

  private static Bilingual minutes(int counted, String en, String es) {
    return new Bilingual(
        counted + (counted == 1 ? " minute" : " minutes") + en + ".",
        counted + (counted == 1 ? " minuto" : " minutos") + es + ".");
  }
}
