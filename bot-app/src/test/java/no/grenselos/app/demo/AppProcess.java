package no.grenselos.app.demo;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import no.grenselos.app.house.FreePort;

/** The real application in a process of its own, which may be killed and started again. */
final class AppProcess implements AutoCloseable {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final String C1 = "-XX:TieredStopAtLevel=1";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Path app;
  private final Path config;
  private final Path log;
  private final Map<String, String> secrets;
  private final int port;
  private List<String> options = List.of();
  private Process process;

  /**
   * @param app what {@link #unpack} gave
   * @param secrets its environment
   */
  AppProcess(Path app, Path config, Path log, Map<String, String> secrets) throws IOException {
    this.app = app;
    this.config = config;
    this.log = log;
    this.secrets = secrets;
    this.port = FreePort.next();
  }

  /** From its next start on it has these options too. */
  void with(String... more) {
    options = List.of(more);
  }

  /** From its next start on it is this jar. */
  void runs(Path jar) {
    app = jar;
  }

  /**
   * The jar as the script unpacks it, with its archive of classes: it starts in half the time. Made
   * once for all tests that need it, whichever process they run in.
   */
  static Path unpack(Path config) throws IOException, InterruptedException {
    Path jar = Path.of(System.getProperty("grenselos.jar", "target/grenselos.jar"));
    Path folder = Files.createDirectories(jar.resolveSibling("unpacked"));
    String made = Files.getLastModifiedTime(jar) + " " + Files.size(jar);
    Path note = folder.resolve("made-of");
    Path app = folder.resolve("app").resolve("grenselos.jar");
    try (FileChannel channel = FileChannel.open(folder.resolve("lock"), CREATE, WRITE);
        FileLock lock = channel.lock()) {
      assert lock.isValid();
      if (Files.exists(note) && Files.readString(note).equals(made)) return app;
      Files.deleteIfExists(note);
      Files.deleteIfExists(archive(app));
      extract(jar, app.getParent());
      train(app, config);
      Files.writeString(note, made);
    }
    return app;
  }

  private static void extract(Path jar, Path to) throws IOException, InterruptedException {
    String[] tools = {"-Djarmode=tools", "-jar", jar.toString(), "extract", "--force"};
    List<String> command = new ArrayList<>(List.of(tools));
    command.addAll(List.of("--destination", to.toString()));
    java(command.toArray(String[]::new));
  }

  private static void train(Path app, Path config) throws IOException, InterruptedException {
    List<String> training = new ArrayList<>(List.of("-XX:+UseSerialGC", C1));
    training.addAll(List.of("-XX:ArchiveClassesAtExit=" + archive(app), "-jar", app.toString()));
    training.addAll(List.of("route", "training", "--config", config.toString()));
    java(training.toArray(String[]::new));
  }

  private static Path archive(Path app) {
    return app.resolveSibling("grenselos.jsa");
  }

  private static void java(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) throw new IOException("failed: " + command);
  }

  URI door() {
    return URI.create("http://127.0.0.1:" + port + "/in/slack");
  }

  void start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command());
    builder.environment().putAll(secrets);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    process = builder.start();
  }

  private List<String> command() {
    List<String> command =
        new ArrayList<>(
            List.of(
                JAVA,
                C1,
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-XX:SharedArchiveFile=" + archive(app),
                "-Xlog:disable",
                "-jar",
                app.toString()));
    command.addAll(
        List.of("run", "--config", config.toString(), "--port", "" + port, "--allow-local"));
    command.addAll(options);
    return command;
  }

  /** Waits until it answers that it is ready; throws when it does not, or ends by itself. */
  void awaitReady(Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    String said = health();
    while (!said.startsWith("200 ")) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("the application is not ready: " + said + "\n" + lastWords());
      }
      Thread.sleep(25);
      said = health();
    }
  }

  /** What it says of being ready: the status and the parts; begins with "no answer" for none. */
  String health() throws InterruptedException {
    HttpRequest ask =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
            .timeout(Duration.ofSeconds(2))
            .build();
    try {
      HttpResponse<String> answer = HTTP.send(ask, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    } catch (IOException e) {
      return "no answer: " + e;
    }
  }

  long pid() {
    return process.pid();
  }

  /** SIGKILL: it gets no chance to say or save anything. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** SIGTERM; returns at once. */
  void term() {
    process.destroy();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Its log so far. */
  List<String> lines() throws IOException {
    return Files.readAllLines(log);
  }

  /** How many lines of its log so far have these words. */
  long noted(String words) throws IOException {
    return lines().stream().filter(line -> line.contains(words)).count();
  }

  /** SIGTERM, and waits for its orderly end. */
  boolean stop() throws InterruptedException {
    process.destroy();
    return process.waitFor(30, TimeUnit.SECONDS);
  }

  String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (process != null) process.destroyForcibly();
  }
}
