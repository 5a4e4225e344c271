package no.grenselos.app.command;

import java.io.PrintWriter;
import no.grenselos.app.wiring.CannotStart;
import no.grenselos.config.ConfigException;
import no.grenselos.log.RelayException;
import no.grenselos.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into words and an exit code. */
final class Failures implements IExecutionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    return switch (e) {
      case ConfigException broken -> {
        broken.problems().forEach(err::println);
        int count = broken.problems().size();
        err.println(count + (count == 1 ? " problem." : " problems.") + " Nothing was changed.");
        yield 1;
      }
      case StoreException unreachable -> {
        err.println("store: " + unreachable.getMessage());
        yield 2;
      }
      case RelayException silent -> {
        err.println("log: " + silent.getMessage());
        yield 2;
      }
      case CannotStart reason -> {
        err.println(reason.getMessage());
        yield 2;
      }
      default -> {
        LOG.error("command failed command={}", command.getCommandName(), e);
        yield 2;
      }
    };
  }
}
