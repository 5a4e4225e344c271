package no.grenselos.app.web.console;

import java.security.Principal;
import no.grenselos.app.admission.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller the {@link Visitor} who asks. */
final class VisitorArgument implements HandlerMethodArgumentResolver {
  /** Anybody who is signed in has one. */
  static @Nullable Visitor of(@Nullable Principal principal) {
    if (!(principal instanceof Authentication who)) return null;
    return switch (who.getPrincipal()) {
      case Visitor visitor -> visitor;
      case SignedIn signedIn -> signedIn.visitor();
      case null, default -> null;
    };
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType().equals(Visitor.class);
  }

  @Override
  public Visitor resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer model,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Visitor visitor = of(request.getUserPrincipal());
    if (visitor == null) throw new IllegalStateException("nobody is signed in");
    return visitor;
  }
}
