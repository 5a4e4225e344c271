package no.grenselos.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.house.FreePort;

/**
 * The application in a process of its own, from this one's class path, with the log as it is
 * shipped and with nothing of this process in its environment.
 */
final class ClassPathApp implements AutoCloseable {
  static final Duration LONGEST = Duration.ofMinutes(3);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path folder;
  private final Map<String, String> environment;
  private final int port;
  private Process process;

  /**
   * @param folder for its configuration and all it writes
   * @param environment all of it
   */
  ClassPathApp(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
    this.port = FreePort.next();
  }

  int port() {
    return port;
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  Path config() {
    return folder.resolve("config");
  }

  void write(ConfigFiles files) throws IOException {
    for (Map.Entry<String, String> file : files.texts().entrySet()) {
      Path target = config().resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
  }

  /** {@code grenselos run}, with its words in files of the folder. */
  void run() throws IOException {
    process = begin("run", "run", "--config", config().toString(), "--allow-local");
  }

  /** Any other command, until it ends; its words are in files named so. */
  int command(String name, String... arguments) throws IOException, InterruptedException {
    Process other = begin(name, arguments);
    if (other.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) return other.exitValue();
    other.destroyForcibly();
    throw new AssertionError("does not end: " + List.of(arguments));
  }

  private Process begin(String name, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(List.of("-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=" + written("crash")));
    command.add("-Dlogback.configurationFile=" + Path.of("src/main/resources/logback.xml").toUri());
    String path = folder.resolve("more") + ":" + System.getProperty("java.class.path");
    command.addAll(List.of("-cp", path, "no.grenselos.app.Main"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectOutput(written(name + ".out").toFile());
    builder.redirectError(written(name + ".err").toFile());
    return builder.start();
  }

  Path written(String name) {
    return folder.resolve(name);
  }

  String said(String name) {
    try {
      return Files.exists(written(name)) ? Files.readString(written(name)) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it says that it listens. */
  void awaitStart() throws InterruptedException {
    await("it listens", () -> said("run.err").contains("started address="));
  }

  /** Waits for that; with the log's end where it does not come. */
  void await(String what, BooleanSupplier came) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!came.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        List<String> lines =
            said("run.err").lines().filter(line -> !line.startsWith("\tat ")).toList();
        throw new AssertionError(
            "not so: "
                + what
                + "\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size())));
      }
      Thread.sleep(20);
    }
  }

  long pid() {
    return process.pid();
  }

  /** Sends a signal, by its number. */
  void signal(int number) throws IOException, InterruptedException {
    int unused = new ProcessBuilder("kill", "-" + number, "" + pid()).start().waitFor();
  }

  boolean ended() throws InterruptedException {
    return process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return HTTP.send(request.timeout(LONGEST).build(), HttpResponse.BodyHandlers.ofString());
  }

  String get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(at(path))).body();
  }

  @Override
  public void close() {
    if (process != null) process.destroyForcibly();
  }
}
