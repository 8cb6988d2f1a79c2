import type { MouseEvent } from "react";
import { phoneText } from "#app/text/phone.ts";
import styles from "./phone.module.css";

export type TextSize = 0 | 1 | 2;
const TEXT_SIZE_COOKIE = "yz_size";
const YEAR = 365 * 86_400;

/** The size that the device keeps in its cookie; 0 where it keeps none. */
export function textSizeIn(cookies: string | null): TextSize {
  const kept = /(?:^|;\s*)yz_size=([012])(?:;|$)/.exec(cookies ?? "")?.[1];
  return kept === "1" ? 1 : kept === "2" ? 2 : 0;
}

export const textSizeCookie = (size: TextSize) => `${TEXT_SIZE_COOKIE}=${size}; Path=/; Max-Age=${YEAR}; SameSite=Lax`;

type Props = { size: TextSize; action: string; back: string; onSize(size: TextSize): void };

/** A, A⁺, A⁺⁺. A plain form; with JavaScript the page changes at once and nothing is sent. */
export function TextSizeForm({ size, action, back, onSize }: Props) {
  const choose = (next: TextSize) => (event: MouseEvent) => {
    event.preventDefault();
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in the WebViews this is for
    document.cookie = textSizeCookie(next);
    onSize(next);
  };
  const { label, names, signs } = phoneText.textSize;
  return (
    <form method="post" action={action} className={styles.sizes} aria-label={label}>
      <input type="hidden" name="back" value={back} />
      {([0, 1, 2] as const).map((each) => (
        <button
          key={each}
          type="submit"
          name="size"
          value={each}
          className={styles.size}
          data-size={each}
          aria-pressed={each === size}
          aria-label={`${signs[each]} ${names[each]}`}
          onClick={choose(each)}
        >
          {signs[each]}
        </button>
      ))}
    </form>
  );
}
