import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { keyAct } from "#app/components/screen/presenter-keys.ts";
import { pictureOf } from "#app/domain/meeting/scene.ts";
import type { MeetingSnapshot } from "#app/domain/meeting/snapshot.ts";
import { screenText } from "#app/text/screen.ts";
import type { clientAction } from "./screen.tsx";

const text = screenText.keys;
const NOTICE_MS = 4000;

const sentences = {
  "no-right": text.noRight,
  "not-open": text.notOpen,
  "poll-open": text.pollOpen,
  "straw-open": text.strawOpen,
  first: text.firstItem,
  last: text.lastItem,
  over: text.over,
  refused: text.failed,
  unreached: text.failed,
} as const;

/** Listens to the presenter's keys and posts them; the picture itself comes back over the live line, to every window alike. */
export function usePresenter(snapshot: MeetingSnapshot): { help: boolean; notice: string | null } {
  const fetcher = useFetcher<typeof clientAction>();
  const [help, setHelp] = useState(false);
  const [notice, setNotice] = useState<string | null>(null);
  const seen = useRef("");
  seen.current = pictureOf(snapshot);
  const { submit, data: answer } = fetcher;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = keyAct(event);
      if (!act) return;
      event.preventDefault();
      if (act === "help") return setHelp((shown) => !shown);
      if (act === "full-screen") return toggleFullScreen();
      submit({ key: act, seen: seen.current }, { method: "post" });
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [submit]);
  useEffect(() => {
    setNotice(null);
    if (!answer?.why) return;
    setNotice(answer.why === "refused" ? answer.message : sentences[answer.why]);
    const timer = setTimeout(() => setNotice(null), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [answer]);
  return { help, notice };
}

function toggleFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}
