package no.grenselos.app.web.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Set;
import no.grenselos.app.admission.LoginProvider;
import no.grenselos.app.admission.Visitor;
import no.grenselos.app.web.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The way in: the page with the ways to sign in, and the link for a first start. */
@Controller
final class EntranceController {
  static final String LOGIN = ConsoleWeb.ROOT + "/login";
  static final String GO = LOGIN + "/go";
  static final String LOGOUT = ConsoleWeb.ROOT + "/logout";
  static final String LINK = ConsoleWeb.ROOT + "/link";
  private static final Set<String> REASONS = Set.of("unknown", "denied", "failed", "link");

  private final Console console;
  private final HttpSessionSecurityContextRepository sessions =
      new HttpSessionSecurityContextRepository();

  EntranceController(Console console) {
    this.console = console;
  }

  @GetMapping(LOGIN)
  String login(
      @RequestParam(name = "why", required = false) @Nullable String why,
      @RequestParam(name = "out", required = false) @Nullable String out,
      Model model) {
    List<String> providers = console.settings().login().stream().map(LoginProvider::name).toList();
    model.addAttribute("providers", providers);
    model.addAttribute("why", why != null && REASONS.contains(why) ? why : "");
    model.addAttribute("out", out != null);
    return "console/login";
  }

  /** The first page the visitor may see. */
  @GetMapping({ConsoleWeb.ROOT, ConsoleWeb.ROOT + "/"})
  String first(Visitor visitor) {
    return ConsolePage.of(visitor).stream()
        .findFirst()
        .map(page -> "redirect:" + page.path())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
  }

  /** Lets somebody at this machine in, once. */
  @GetMapping(LINK + "/{word}")
  String link(
      @PathVariable("word") String word, HttpServletRequest request, HttpServletResponse response) {
    if (!Caller.isNear(request) || !console.links().use(word)) {
      return "redirect:" + LOGIN + "?why=link";
    }
    HttpSession before = request.getSession(false);
    if (before != null) before.invalidate();
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            Visitor.LOCAL, "", SignedIn.authorities(Visitor.LOCAL)));
    sessions.saveContext(context, request, response);
    Stay.begin(request.getSession(), console.clock().instant());
    return "redirect:" + WayBack.take(request, response, console);
  }
}
