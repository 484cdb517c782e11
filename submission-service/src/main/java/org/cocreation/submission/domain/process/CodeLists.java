package org.cocreation.submission.domain.process;

import java.util.List;
import java.util.Optional;

/** The lists of policy areas that ship with the service, the newest last. */
public interface CodeLists {

  List<CodeList> policyAreas();

  default Optional<CodeList> policyAreas(String name) {
    return policyAreas().stream().filter(list -> list.name().equals(name)).findFirst();
  }

  default CodeList latestPolicyAreas() {
    List<CodeList> lists = policyAreas();
    return lists.get(lists.size() - 1);
  }
}
