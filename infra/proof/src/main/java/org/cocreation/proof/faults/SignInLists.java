package org.cocreation.proof.faults;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.cocreation.proof.faults.Client.Answer;
import org.cocreation.proof.faults.Client.Caller;
import org.cocreation.proof.platform.Waiting;

/** Lists from the door of the first session, typed up and imported, in place of marks by hand. */
final class SignInLists {

  private final Load load;
  private final double patience;
  private final Queue<Listed> signedIn = new ConcurrentLinkedQueue<>();

  SignInLists(Load load, double patience) {
    this.load = load;
    this.patience = patience;
  }

  private record Listed(String email, String name) {}

  void signedIn(String email, String name) {
    signedIn.add(new Listed(email, name));
  }

  /** Every so often the coordinator brings in the list of those who signed in meanwhile. */
  void bringInUntil(BooleanSupplier over) {
    boolean last = false;
    while (!last) {
      last = over.getAsBoolean();
      List<Listed> list = new ArrayList<>();
      for (Listed one = signedIn.poll(); one != null; one = signedIn.poll()) {
        list.add(one);
      }
      if (!list.isEmpty()) {
        bringIn(list);
      }
      Waiting.millis(last ? 0 : 700);
    }
  }

  private void bringIn(List<Listed> list) {
    StringBuilder sheet = new StringBuilder("Name;E-mail;Signature\r\n");
    list.forEach(one -> sheet.append(one.name() + ";" + one.email() + ";x\r\n"));
    Client.Upload file =
        new Client.Upload("list.csv", sheet.toString().getBytes(StandardCharsets.UTF_8));
    String imports = load.session(Load.SESSIONS.get(0)) + "/imports";
    Answer[] read = new Answer[1];
    // Until everybody on it has travelled to the attendance service it is read again.
    Waiting.until(
        patience,
        () -> {
          read[0] = load.ask(Caller.COORDINATOR, "POST", imports, file, "", Set.of(404));
          return read[0].body().path("people").path("matched").asInt(0) == list.size();
        });
    String id = read[0].body().path("importId").asString("");
    if (id.isEmpty()) {
      list.forEach(one -> load.sure(read[0], one.email(), "on a list that was read"));
      return;
    }
    Answer taken =
        load.ask(
            Caller.COORDINATOR,
            "POST",
            imports + "/" + id + "/acceptance",
            Map.of("reason", "the list from the door"),
            "");
    for (Listed one : list) {
      if (load.sure(taken, one.email(), "on the list")) {
        load.acknowledged(Entry.Kind.MARKED, one.email(), Map.of("session", Load.SESSIONS.get(0)));
      }
    }
  }
}
