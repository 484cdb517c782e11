package org.cocreation.submission.domain.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A dated list of codes, kept as data: lists change from one action-plan cycle to the next, and
 * what was coded under an older list keeps its meaning.
 *
 * @param name carries the date, for example {@code policy-areas-2022-04-01}
 * @param date from which it holds
 * @param source whose list it is
 */
public record CodeList(String name, LocalDate date, String source, List<Choice> codes) {

  public CodeList {
    codes = List.copyOf(codes);
  }

  public Optional<Choice> find(String code) {
    return codes.stream().filter(choice -> choice.code().equals(code)).findFirst();
  }

  /** The list cut down to some of its codes; no codes = all of them. */
  public CodeList only(Set<String> some) {
    return some.isEmpty()
        ? this
        : new CodeList(
            name,
            date,
            source,
            codes.stream().filter(choice -> some.contains(choice.code())).toList());
  }
}
