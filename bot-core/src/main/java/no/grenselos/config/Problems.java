package no.grenselos.config;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong in one file. Not thread safe. */
public final class Problems {
  private final String file;
  private final List<ConfigProblem> found;

  public Problems(String file) {
    this(file, new ArrayList<>());
  }

  private Problems(String file, List<ConfigProblem> found) {
    this.file = file;
    this.found = found;
  }

  /** Problems of another file, collected in the same list. */
  public Problems in(String otherFile) {
    return new Problems(otherFile, found);
  }

  public void add(int line, String path, String text) {
    found.add(new ConfigProblem(file, line, path, text));
  }

  public List<ConfigProblem> found() {
    return List.copyOf(found);
  }

  /**
   * @throws ConfigException with all problems, when there are any
   */
  public void throwIfAny() {
    if (!found.isEmpty()) throw new ConfigException(found);
  }
}
