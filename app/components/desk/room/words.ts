const SHANGHAI = 8 * 60 * 60 * 1000;

/** “04:10”, and “1:04:10” from an hour on. */
export function minutesAndSeconds(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const short = `${String(minutes).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
  return hours > 0 ? `${hours}:${short}` : short;
}

/** “14:42:07” in Shanghai, of a time ISO 8601 UTC. */
export function clockWithSeconds(iso: string): string {
  return new Date(Date.parse(iso) + SHANGHAI).toISOString().slice(11, 19);
}
