import type { KeyboardEvent } from "react";

/** Enter that ends a Chinese word in the input method is not an Enter of ours. */
export function onEnter(event: KeyboardEvent, work: () => void, leave: boolean): void {
  if (event.key !== "Enter" || leave || event.nativeEvent.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  work();
}
