package no.grenselos.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process with the tests' class path, spoken to in lines. */
public final class ChildJvm implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final PrintWriter in;

  private ChildJvm(Process process) {
    this.process = process;
    this.out = process.inputReader();
    this.in = new PrintWriter(process.outputWriter(), true);
  }

  public static ChildJvm start(Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    String own = System.getProperty("java.class.path");
    command.add(System.getProperty("surefire.test.class.path", own));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return new ChildJvm(builder.start());
  }

  public void say(String line) {
    in.println(line);
  }

  /** The next line it says; null when it ended. */
  public String hear() throws IOException {
    return out.readLine();
  }

  /** All it still says until it ends. */
  public List<String> hearRest() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = hear(); line != null; line = hear()) lines.add(line);
    return lines;
  }

  /** As kill -9; what it said before can still be heard. */
  public void kill() {
    process.toHandle().destroyForcibly();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
