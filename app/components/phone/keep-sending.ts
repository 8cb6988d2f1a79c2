import type { LiveLink } from "#app/components/shared/live-link.ts";
import { castUntilAnswered } from "./voting.ts";

/** Sends over the link, as soon as there is one, until the server answers. Call what comes back when nobody waits for the answer any more. */
export function keepSending<Link extends Pick<LiveLink, "pause">, Status extends string>(
  link: () => Link | null,
  send: (open: Link) => Promise<Status>,
  answered: (answer: { status: Status; repeated: boolean }) => void,
): () => void {
  let mounted = true;
  const sendOnce = async () => {
    const open = link();
    if (!open) throw new Error("no link yet");
    return send(open);
  };
  const pause = (ms: number) => link()?.pause(ms) ?? new Promise<void>((resolve) => setTimeout(resolve, ms));
  castUntilAnswered(sendOnce, pause, () => mounted, Math.random).then((answer) => {
    if (answer) answered(answer);
  });
  return () => {
    mounted = false;
  };
}
