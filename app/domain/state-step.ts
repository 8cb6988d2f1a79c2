import { type AnyStateMachine, type EventFromLogic, type SnapshotFrom, transition } from "xstate";
import { DomainError } from "./errors.ts";

/**
 * One pure step of a machine from a stored state and context. Throws `wrong-state` {state, event} where the machine does not take
 * the event there, its guards included.
 */
export function stateStep<Machine extends AnyStateMachine>(
  machine: Machine,
  from: { readonly value: string; readonly context?: object },
  event: EventFromLogic<Machine>,
): SnapshotFrom<Machine> {
  const before = machine.resolveState({ value: from.value, context: from.context ?? {} });
  if (!before.can(event)) throw new DomainError("wrong-state", { state: from.value, event: event.type });
  const [after] = transition(machine, before as SnapshotFrom<Machine>, event);
  return after;
}
