package no.grenselos.playground.network.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import no.grenselos.playground.network.Faults;
import no.grenselos.playground.network.Network;
import no.grenselos.playground.network.Tokens.Grant;

/** What every request of the API passes before its own work: faults, token, rate limit, scope. */
final class Gate {
  /** The work of one endpoint for somebody known. */
  interface Work {
    void answer(Context ctx, Grant caller);
  }

  /** The work of one endpoint that anybody may ask. */
  interface OpenWork {
    void answer(Context ctx, Optional<Grant> caller);
  }

  private static final DateTimeFormatter RESET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final Network network;
  private final Limits limits;

  Gate(Network network, Limits limits) {
    this.network = network;
    this.limits = limits;
  }

  /** For anybody; a wrong token is refused all the same, as Mastodon does. */
  Handler open(OpenWork work) {
    return ctx -> guarded(ctx, () -> work.answer(ctx, admit(ctx)));
  }

  /** For a token with that scope. */
  Handler scoped(String scope, Work work) {
    return ctx ->
        guarded(
            ctx,
            () -> {
              Grant caller =
                  admit(ctx).orElseThrow(() -> new Refusal(401, "The access token is invalid"));
              if (caller.scopes().stream().noneMatch(one -> covers(one, scope))) {
                throw new Refusal(403, "This action is outside the authorized scopes");
              }
              work.answer(ctx, caller);
            });
  }

  private static boolean covers(String granted, String wanted) {
    return wanted.equals(granted) || wanted.startsWith(granted + ":");
  }

  private void guarded(Context ctx, Runnable work) {
    Faults faults = network.faults();
    try {
      Thread.sleep(faults.slowness());
      if (faults.down()) {
        ctx.status(503).html("<!DOCTYPE html><title>503</title><h1>Down for maintenance</h1>");
        return;
      }
      work.run();
      spoil(ctx, faults.answers());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Refusal refusal) {
      Answer.error(ctx, refusal.status(), refusal.reason());
    } catch (NoSuchElementException gone) {
      Answer.error(ctx, 404, "Record not found");
    } catch (IllegalArgumentException wrong) {
      Answer.error(ctx, 422, String.valueOf(wrong.getMessage()));
    }
  }

  private static void spoil(Context ctx, Faults.Answers answers) {
    String whole = String.valueOf(ctx.result());
    switch (answers) {
      case WHOLE -> {}
      case GARBAGE -> ctx.result("<!DOCTYPE html><title>Welcome</title><h1>Sign in first</h1>");
      case CUT -> cut(ctx, whole.getBytes(StandardCharsets.UTF_8));
      case NONE -> ctx.future(CompletableFuture::new);
    }
  }

  /** Says how long it is and writes the half of it, at which the server gives up. */
  private static void cut(Context ctx, byte[] whole) {
    ctx.res().setContentLength(whole.length);
    try {
      ctx.res().getOutputStream().write(whole, 0, whole.length / 2);
      ctx.res().flushBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ctx.result("");
  }

  private Optional<Grant> admit(Context ctx) {
    String header = ctx.header("Authorization");
    Optional<Grant> caller =
        header != null && header.startsWith("Bearer ")
            ? network.tokens().grant(header.substring("Bearer ".length()))
            : Optional.empty();
    boolean forced = network.faults().refuses();
    Limits.Allowance allowance =
        limits.take(caller.map(grant -> "account " + grant.account().id()).orElse(ctx.ip()));
    ctx.header("X-RateLimit-Limit", Integer.toString(allowance.limit()));
    ctx.header(
        "X-RateLimit-Remaining", Integer.toString(forced ? 0 : Math.max(0, allowance.left())));
    ctx.header("X-RateLimit-Reset", stamp(allowance.resetAt()));
    if (forced || allowance.left() < 0) {
      throw new Refusal(429, "Too many requests");
    }
    if (header != null && caller.isEmpty()) {
      throw new Refusal(401, "The access token is invalid");
    }
    return caller;
  }

  private static String stamp(Instant at) {
    return RESET.format(at);
  }
}
