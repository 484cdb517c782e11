package org.cocreation.attendance.messaging.formats;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** In which order a date of three numbers has day, month and year. */
enum DateOrder {
  /** 13/02/2020. */
  DMY,
  /** 02/13/2020. */
  MDY,
  /** 2020/02/13. */
  YMD;

  /** The date that three numbers make in this order; empty when there is no such day. */
  Optional<LocalDate> date(int first, int second, int third) {
    return switch (this) {
      case DMY -> date(third, second, first, third);
      case MDY -> date(third, first, second, third);
      case YMD -> date(first, second, third, first);
    };
  }

  private static Optional<LocalDate> date(int year, int month, int day, int written) {
    if (written > 99 && written < 1900) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(year < 100 ? 2000 + year : year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
