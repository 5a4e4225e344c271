package no.grenselos.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.app.config.ConfigFiles;

/**
 * {@code grenselos run} in a process of its own, so that nothing of the bench counts as its memory;
 * with the same Java and the same options as this process. It may call this machine. For one
 * thread.
 */
public final class ServiceProcess implements AutoCloseable {
  /** By name: it stands above all. */
  private static final String MAIN = "no.grenselos.app.Main";

  /** It may write its classes down before it ends. */
  private static final int END_SECONDS = 120;

  private static final Duration BETWEEN = Duration.ofMillis(10);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern STARTED = Pattern.compile("started address=\\S+ port=(\\d+)");

  private final Process process;
  private final Path log;

  private ServiceProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * @param folder for its configuration and its log
   * @param secrets as its environment holds them
   * @param options of Java, beside those of this process
   */
  public static ServiceProcess start(
      ConfigFiles files, Path folder, Map<String, String> secrets, String... options) {
    try {
      Path config = Files.createDirectories(folder.resolve("config"));
      for (Map.Entry<String, String> file : files.texts().entrySet()) {
        Path target = config.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.writeString(target, file.getValue());
      }
      Path log = folder.resolve("service.log");
      ProcessBuilder builder = new ProcessBuilder(command(config, options));
      builder.environment().putAll(secrets);
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      return new ServiceProcess(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(Path config, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.addAll(List.of("run", "--config", config.toString(), "--port", "0", "--allow-local"));
    return command;
  }

  /**
   * @return its process id
   * @throws IllegalStateException when it is gone, with its last words
   */
  long alive() {
    if (process.isAlive()) return process.pid();
    List<String> lines = written().lines().toList();
    String last = String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    throw new IllegalStateException("the service ended:\n" + last);
  }

  /** Where it listens; empty until it says so. */
  OptionalInt port() {
    Matcher said = STARTED.matcher(written());
    return said.find() ? OptionalInt.of(Integer.parseInt(said.group(1))) : OptionalInt.empty();
  }

  private String written() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until {@code /health/ready} says yes.
   *
   * @throws IllegalStateException when it ends, or is not ready in that time
   */
  public void awaitReady(Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (System.nanoTime() < end) {
      long unused = alive();
      OptionalInt port = port();
      if (port.isPresent() && isReady(port.getAsInt())) return;
      Thread.sleep(BETWEEN);
    }
    throw new IllegalStateException("the service was not ready within " + longest);
  }

  private static boolean isReady(int port) throws InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + port + "/health/ready");
    HttpRequest request = HttpRequest.newBuilder(address).build();
    try {
      return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      throw new IllegalStateException("the service does not answer", e);
    }
  }

  /** SIGKILL: it gets no chance to say or save anything. Waits until it is gone. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    int unused = process.waitFor();
  }

  /** Ends it, as an administrator would. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
