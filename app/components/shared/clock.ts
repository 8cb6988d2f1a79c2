import { daysLeftWords } from "#app/text/terms.ts";

/** “4:05”, “1:02:30”: minutes are not padded, so that a short time reads as one. */
export function durationWords(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n: number) => String(n).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

const DAY = 86_400;

/** Time left to an end: “4:05”; from a day on “3 天 4 小时”, where minutes and seconds would only flicker. */
export function leftWords(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  return seconds >= DAY ? daysLeftWords(Math.floor(hours / 24), hours % 24) : durationWords(seconds);
}
