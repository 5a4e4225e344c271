package no.grenselos.app.demo.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import no.grenselos.app.bench.ServiceProcess;
import no.grenselos.app.config.ConfigFiles;
import org.jspecify.annotations.Nullable;

/** One node: the service in a process of its own, to be killed and started again. */
final class Victim implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /** It never lives long enough for the optimising compiler to pay. */
  private static final String C1 = "-XX:TieredStopAtLevel=1";

  private final ConfigFiles files;
  private final Path folder;
  private final Map<String, String> secrets;
  private @Nullable ServiceProcess process;

  /**
   * @param folder for its files and its log, of this node alone
   */
  Victim(ConfigFiles files, Path folder, Map<String, String> secrets) {
    this.files = files;
    this.secrets = secrets;
    try {
      this.folder = Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void start() {
    process = ServiceProcess.start(files, folder, secrets, C1);
  }

  /** Waits until it says that it is ready. */
  void awaitReady() throws InterruptedException {
    if (process != null) process.awaitReady(LONGEST);
  }

  /** SIGKILL: it gets no chance to say or save anything. */
  void kill() throws InterruptedException {
    if (process != null) process.kill();
    process = null;
  }

  /** Ends it in order, if it runs. */
  @Override
  public void close() {
    if (process != null) process.close();
    process = null;
  }
}
