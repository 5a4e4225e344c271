package no.grenselos.playground.shape;

import java.util.List;

/** Where a rule looks just now, and where it writes down what is wrong there. */
public record Place(String pointer, List<Fault> faults) {
  public Place child(String name) {
    return new Place(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), faults);
  }

  public Place child(int index) {
    return new Place(pointer + "/" + index, faults);
  }

  public void refuse(String reason) {
    faults.add(new Fault(pointer, reason));
  }
}
