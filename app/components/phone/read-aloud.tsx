import { useEffect, useState } from "react";
import { phoneText } from "#app/text/phone.ts";
import styles from "./phone.module.css";

/** A button that reads the text out. Shown only where the device can speak, so it is absent from the server's page. */
export function ReadAloud({ text }: { text: string }) {
  const [able, setAble] = useState(false);
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => {
    setAble("speechSynthesis" in window && typeof SpeechSynthesisUtterance !== "undefined");
    return () => window.speechSynthesis?.cancel();
  }, []);
  if (!able) return null;
  const toggle = () => {
    window.speechSynthesis.cancel();
    if (speaking) return setSpeaking(false);
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = "zh-CN";
    utterance.rate = 0.9;
    utterance.onend = () => setSpeaking(false);
    utterance.onerror = () => setSpeaking(false);
    window.speechSynthesis.speak(utterance);
    setSpeaking(true);
  };
  return (
    <button type="button" className={styles.read} onClick={toggle}>
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
        <path d="M3 9.5v5h4l5 4.5v-14l-5 4.5z" fill="currentColor" />
        <path
          d={speaking ? "M16 8v8M20 8v8" : "M15.5 8.5a5 5 0 0 1 0 7M18 5.5a9 9 0 0 1 0 13"}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
        />
      </svg>
      {speaking ? phoneText.poll.stop : phoneText.poll.read}
    </button>
  );
}
