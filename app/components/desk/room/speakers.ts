import type { AttendeeView } from "./types.ts";

/** Names of those present, to choose a speaker from; namesakes are told apart by where they live. `about` is what each is. */
export function speakersOf(people: AttendeeView[]): { suggestions: string[]; about: Map<string, string> } {
  const here = people.filter((person) => person.present);
  const times = new Map<string, number>();
  for (const { name } of here) times.set(name, (times.get(name) ?? 0) + 1);
  const about = new Map<string, string>();
  for (const { name, seat, unit } of here) {
    const called = (times.get(name) ?? 0) > 1 && unit ? `${name}（${unit}）` : name;
    about.set(called, [seat, unit].filter(Boolean).join(" · "));
  }
  return { suggestions: [...about.keys()], about };
}
