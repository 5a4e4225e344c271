package no.grenselos.app.web.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import no.grenselos.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * What all pages of the console share: their frame, their clock, and what is said when it fails.
 */
@ControllerAdvice(basePackageClasses = ConsoleWeb.class)
final class FrameAdvice {
  private static final Logger LOG = LoggerFactory.getLogger(FrameAdvice.class);

  private final Console console;
  private final MessageSource phrases;

  FrameAdvice(Console console, MessageSource phrases) {
    this.console = console;
    this.phrases = phrases;
  }

  @ModelAttribute("frame")
  Frame frame(HttpServletRequest request, Locale locale) {
    String path = request.getRequestURI();
    return new Frame(
        ConsolePage.at(path).orElse(null),
        path,
        VisitorArgument.of(request.getUserPrincipal()),
        console.book().house().company(),
        locale,
        Looks.theme(request),
        Console.version().orElse(""));
  }

  @ModelAttribute("times")
  Times times(Locale locale) {
    return new Times(phrases, locale, console.book().house().zone(), console.clock().instant());
  }

  /** What the store keeps is safe; the page says so. */
  @ExceptionHandler(StoreException.class)
  void storeIsAway(StoreException e, HttpServletResponse response) throws IOException {
    LOG.warn("page not shown reason={}", e.getMessage());
    response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
  }

  /** A form without its file, or with too large a one: the browser's matter, no line of the log. */
  @ExceptionHandler(MultipartException.class)
  void noFile(MultipartException e, HttpServletResponse response) throws IOException {
    boolean large = e instanceof MaxUploadSizeExceededException;
    response.sendError(large ? 413 : HttpStatus.BAD_REQUEST.value());
  }
}
