package no.grenselos.app.evaluate;

import java.util.List;
import java.util.stream.Collectors;

/** A pack that cannot be used, with everything that is wrong with it. */
public final class PackException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<PackProblem> problems;

  public PackException(List<PackProblem> problems) {
    super(problems.stream().map(PackProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public PackException(String place, String text) {
    this(List.of(new PackProblem(place, text)));
  }

  public List<PackProblem> problems() {
    return problems;
  }
}
