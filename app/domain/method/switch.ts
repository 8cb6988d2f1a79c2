import type { MethodDefinition } from "./definition.ts";

/** What a community switched otherwise than it was delivered, by method id. */
export type MethodSwitches = { readonly methodsOn?: readonly string[]; readonly methodsOff?: readonly string[] };

/** Whether a community begins new issues by a method. What already runs by it goes on either way. */
export function isSwitchedOn({ id, offByDefault = false }: MethodDefinition, switches: MethodSwitches): boolean {
  return offByDefault ? (switches.methodsOn ?? []).includes(id) : !(switches.methodsOff ?? []).includes(id);
}

/** The switches after one was turned; only what differs from the delivery is kept. */
export function switched(method: MethodDefinition, switches: MethodSwitches, on: boolean): MethodSwitches {
  const without = (ids: readonly string[] = []) => ids.filter((id) => id !== method.id);
  const [methodsOn, methodsOff] = [without(switches.methodsOn), without(switches.methodsOff)];
  if (on === !method.offByDefault) return { methodsOn, methodsOff };
  return on
    ? { methodsOn: [...methodsOn, method.id], methodsOff }
    : { methodsOn, methodsOff: [...methodsOff, method.id] };
}
