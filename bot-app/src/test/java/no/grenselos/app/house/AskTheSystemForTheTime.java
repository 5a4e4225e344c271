package no.grenselos.app.house;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Holds for a class that takes the time from anywhere but a Clock it was given. */
final class AskTheSystemForTheTime extends ArchCondition<JavaClass> {
  AskTheSystemForTheTime() {
    super("ask the system for the time");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    for (JavaCodeUnit unit : type.getCodeUnits()) {
      unit.getCallsFromSelf().stream()
          .filter(AskTheSystemForTheTime::asks)
          .forEach(call -> events.add(SimpleConditionEvent.satisfied(type, call.getDescription())));
    }
  }

  private static boolean asks(JavaCall<?> call) {
    String owner = call.getTargetOwner().getName();
    String method = call.getName();
    if (owner.equals("java.lang.System")) return method.equals("currentTimeMillis");
    if (owner.equals("java.time.Clock")) return method.startsWith("system");
    if (owner.equals("java.util.Date")) {
      return method.equals("<init>") && call.getTarget().getRawParameterTypes().isEmpty();
    }
    return owner.startsWith("java.time.")
        && method.equals("now")
        && call.getTarget().getRawParameterTypes().stream()
            .noneMatch(parameter -> parameter.getName().equals("java.time.Clock"));
  }
}
