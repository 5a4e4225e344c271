package no.grenselos.playground.slack.block;

import java.util.List;

/** Where a rule looks just now, and where it writes down what is wrong there. */
record Place(String pointer, List<Fault> faults) {
  Place child(String name) {
    return new Place(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), faults);
  }

  Place child(int index) {
    return new Place(pointer + "/" + index, faults);
  }

  void refuse(String reason) {
    faults.add(new Fault(pointer, reason));
  }
}
